package chat.salon.fuzz.planted;

/// A parser that does not get past a second star.
public final class PlantedHang {
  private PlantedHang() {}

  public static void fuzzerTestOneInput(byte[] input) {
    int stars = 0;
    for (int i = 0; i < input.length; ) {
      if (input[i] == '*') stars++;
      if (stars < 2) i++;
    }
  }
}
