package chat.salon.acceptance.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that is talked to through its standard input and output. Its errors count as output.
final class Piped implements AutoCloseable {
  private static final int END_SECONDS = 10;

  private final Process process;
  private final StringBuilder output = new StringBuilder();

  /// Starts a program, whose home is this folder.
  Piped(Path folder, Map<String, String> environment, List<String> command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Environment.in(folder));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // when a test is cut short
    // Virtual ones that read from pipes keep their processors: none is left for others in the end.
    Thread.ofPlatform().daemon().name("output of " + command.getFirst()).start(this::read);
  }

  private void read() {
    try (var in = new InputStreamReader(process.getInputStream(), UTF_8)) {
      var buffer = new char[4096];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        append(new String(buffer, 0, read));
      }
    } catch (IOException e) {
      append("(" + e.getMessage() + ")");
    }
  }

  private synchronized void append(String text) {
    output.append(text);
  }

  void write(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(output(), e);
    }
  }

  /// All that it has printed.
  synchronized String output() {
    return output.toString();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Waits until it has ended, and well.
  void awaitEnd() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("does not end well:\n" + output());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Ends it, whatever it is at.
  void kill() {
    process.destroyForcibly();
    close();
  }

  @Override
  public void close() {
    var helpers = process.descendants().toList(); // they have our pipe too
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      helpers.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
