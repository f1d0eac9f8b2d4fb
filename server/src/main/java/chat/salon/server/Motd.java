package chat.salon.server;

import java.util.List;

/// The message of the day.
final class Motd {
  private Motd() {}

  /// Its lines, from the configuration or the file that it names.
  ///
  /// @throws IllegalArgumentException the file cannot be read
  static List<String> lines(ServerSettings settings) {
    var file = settings.motdFile();
    if (file.toString().isEmpty()) {
      return settings.motd().lines().map(String::stripTrailing).toList();
    }
    try {
      return TextFile.read(file).lines().map(String::stripTrailing).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("server.motd_file: " + e.getMessage(), e);
    }
  }
}
