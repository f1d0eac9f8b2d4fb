package chat.salon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs other programs to their end.
final class Commands {
  private Commands() {}

  /// What a program printed, of both kinds.
  record Ended(int status, String output) {}

  static Ended run(List<String> command, Path folder, Map<String, String> environment) {
    try {
      var builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().putAll(environment);
      var process = builder.start();
      process.getOutputStream().close();
      var output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Ended(process.waitFor(), output);
    } catch (IOException | InterruptedException e) {
      throw new BenchException("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
    }
  }

  /// The first line that a program prints, such as its version; `unknown` if it cannot be run.
  static String firstLine(List<String> command) {
    return firstLine(command, Map.of());
  }

  static String firstLine(List<String> command, Map<String, String> environment) {
    try {
      return run(command, Path.of("."), environment).output().lines().findFirst().orElse("unknown");
    } catch (BenchException _) {
      return "unknown";
    }
  }
}
