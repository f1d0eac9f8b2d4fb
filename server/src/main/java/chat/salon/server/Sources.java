package chat.salon.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the configuration comes from. What comes later wins: defaults, file, environment, options.
///
/// @param file empty for none
/// @param environment of the process
/// @param options of the command line, by the path of their key
record Sources(Optional<Path> file, Map<String, String> environment, Map<String, Option> options) {

  /// What was said on the command line.
  ///
  /// @param name as in `--data`
  record Option(String name, String value) {}

  Sources {
    environment = Map.copyOf(environment);
    options = Map.copyOf(options);
  }
}
