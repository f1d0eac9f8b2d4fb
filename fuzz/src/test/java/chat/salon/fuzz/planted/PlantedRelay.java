package chat.salon.fuzz.planted;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import chat.salon.fuzz.Check;

/// A relay with a fault that servers have had: a line ends with LF for it, so that a CR in a text
/// goes out as it came, and clients for which it ends a line see two.
public final class PlantedRelay {
  private PlantedRelay() {}

  public static void fuzzerTestOneInput(byte[] input) {
    for (var line : new String(input, ISO_8859_1).split("\n")) {
      var heard = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      int colon = heard.indexOf(" :");
      if (heard.startsWith("PRIVMSG #tea ") && colon > 0 && heard.indexOf('\0') < 0) {
        var said = ":bob!b@host PRIVMSG #tea" + heard.substring(colon) + "\r\n";
        Check.oneLine(said.getBytes(ISO_8859_1));
      }
    }
  }
}
