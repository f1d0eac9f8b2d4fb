package chat.salon.acceptance.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A terminal in which one program runs: tmux, with a server of its own. What the program has shown
/// last can be read when it has ended, too.
final class Terminal implements AutoCloseable {
  // So large that nothing a test needs is broken into two lines, or scrolls away.
  private static final String COLUMNS = "200";
  private static final String ROWS = "120";

  private final Path folder;
  private final ProcessHandle program;
  private String screen = "";

  /// Starts a program, whose home is this folder.
  Terminal(Path folder, String... command) {
    this.folder = folder;
    var all =
        new ArrayList<>(
            List.of("new-session", "-d", "-P", "-F", "#{pane_pid}", "-x", COLUMNS, "-y", ROWS));
    all.add("--");
    all.addAll(List.of(command));
    var pid = tmux(all.toArray(String[]::new)).strip();
    program = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    Runtime.getRuntime().addShutdownHook(new Thread(program::destroy)); // when a test is cut short
  }

  /// Types what is not sent yet.
  void begin(String text) {
    tmux("send-keys", "-l", "--", text);
  }

  /// Types a line, and Enter.
  void type(String line) {
    begin(line);
    tmux("send-keys", "Enter");
  }

  /// What can be read on it.
  String screen() {
    var now = run("capture-pane", "-p", "-J");
    if (now.status() == 0) {
      screen = now.out();
    }
    return screen;
  }

  /// Whether the program runs.
  boolean isAlive() {
    return run("has-session").status() == 0;
  }

  /// Ends the program, and with it tmux. It is asked again and again: catgirl looks whether it was
  /// told to end and then waits for input, and sleeps on when told in between.
  @Override
  public void close() {
    Patience.until(
        () -> {
          program.destroy();
          return !isAlive();
        },
        () -> "does not end:\n" + screen());
  }

  private String tmux(String... command) {
    var run = run(command);
    if (run.status() != 0) {
      throw new AssertionError("tmux " + String.join(" ", command) + ": " + run.out() + screen);
    }
    return run.out();
  }

  private record Run(int status, String out) {}

  private Run run(String... command) {
    var all = new ArrayList<>(List.of("tmux", "-u", "-f", "/dev/null", "-S", "" + socket()));
    all.addAll(List.of(command));
    var builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().remove("TMUX");
    builder.environment().put("TERM", "screen");
    builder.environment().putAll(Environment.in(folder));
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var out = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new AssertionError("tmux does not end");
      }
      return new Run(process.exitValue(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Path socket() {
    return folder.resolve("tmux");
  }
}
