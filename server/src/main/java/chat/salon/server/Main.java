package chat.salon.server;

import java.util.Objects;

/// Starts Salon.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    var version = Main.class.getPackage().getImplementationVersion();
    System.out.println("salon " + Objects.requireNonNullElse(version, "development"));
  }
}
