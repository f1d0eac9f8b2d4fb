package chat.salon.server;

import java.nio.file.Path;
import java.util.Map;

/// Where the configuration comes from. What comes later wins: defaults, file, environment, options.
///
/// @param file looked for at each reading
/// @param mayBeMissing whether it is good without the file
/// @param environment of the process
/// @param options of the command line, by the path of their key
record Sources(
    Path file, boolean mayBeMissing, Map<String, String> environment, Map<String, Option> options) {

  /// What was said on the command line.
  ///
  /// @param name as in `--data`
  record Option(String name, String value) {}

  Sources {
    environment = Map.copyOf(environment);
    options = Map.copyOf(options);
  }

  /// The same for who may make the file.
  Sources withNewFile() {
    return new Sources(file, true, environment, options);
  }
}
