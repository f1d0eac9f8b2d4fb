package chat.salon.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name by which the server speaks: `chat.example.org`.
final class ServerName {
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");
  private static final String FALLBACK = "salon.local";
  private static final int LONGEST = 63; // leaves room in a line of 512 bytes
  private static final Pattern LABELS =
      Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*");

  private ServerName() {}

  /// Whether it is a name with a dot, and so can be mistaken neither for a nick nor for an address.
  static boolean isValid(String name) {
    return name.length() <= LONGEST && LABELS.matcher(name).matches();
  }

  /// The name that was chosen, else the machine's own when that will do, else `salon.local`.
  static String orOfMachine(String chosen) {
    if (!chosen.isEmpty()) {
      return chosen;
    }
    var own = ofMachine();
    return isValid(own) ? own.toLowerCase(Locale.ROOT) : FALLBACK;
  }

  /// The name of the machine, as it is; empty when that is not known.
  static String ofMachine() {
    try {
      return Files.isReadable(LINUX)
          ? Files.readString(LINUX).strip() // asks no name server, which may take seconds
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "";
    }
  }
}
