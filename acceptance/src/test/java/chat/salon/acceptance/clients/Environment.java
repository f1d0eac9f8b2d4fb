package chat.salon.acceptance.clients;

import java.nio.file.Path;
import java.util.Map;

/// What every client finds in its environment: a home of its own, and UTF-8.
final class Environment {
  private Environment() {}

  static Map<String, String> in(Path home) {
    return Map.of(
        "HOME", home.toString(),
        "XDG_CONFIG_HOME", home.resolve("config").toString(),
        "XDG_DATA_HOME", home.resolve("share").toString(),
        "LC_ALL", "C.UTF-8");
  }
}
