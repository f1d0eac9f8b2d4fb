package chat.salon.bench;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/// Says on the standard error output what goes on: one line that is rewritten on a terminal, else a
/// line now and then.
final class Progress {
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private String title = "";
  private long last = System.nanoTime() - PAUSE_NANOS;
  private int width;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Progress standard() {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new Progress(System.err, terminal);
  }

  /// What the next lines are about.
  void begin(String about) {
    title = about;
    last = System.nanoTime() - PAUSE_NANOS;
  }

  /// What goes on now.
  void say(String what) {
    long now = System.nanoTime();
    var text = title + ": " + what;
    if (terminal) {
      out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
      out.flush();
      width = text.length();
    } else if (now - last >= PAUSE_NANOS) {
      last = now;
      out.println(text);
    }
  }

  /// Something that is to stay.
  void note(String what) {
    clear();
    out.println(what);
  }

  /// Leaves an empty line for others.
  void clear() {
    if (terminal && width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
  }
}
