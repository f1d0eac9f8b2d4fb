package chat.salon.acceptance.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A screen of X that nobody sees, for programs that want one.
final class Screen implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("^(\\d+)\n", Pattern.MULTILINE);

  private final Piped server;

  /// Starts it, with a folder to run in.
  Screen(Path folder) {
    var options = List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24");
    server = new Piped(folder, Map.of(), options);
    Patience.until(() -> number().find(), () -> "no screen:\n" + server.output());
  }

  private Matcher number() {
    return NUMBER.matcher(server.output());
  }

  /// As programs find it in their environment.
  String name() {
    var number = number();
    return number.find() ? ":" + number.group(1) : "";
  }

  @Override
  public void close() {
    server.close();
  }
}
