package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A Salon in a process of its own, started by its real main program.
public final class ServerProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("  IRC +127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern CODE = Pattern.compile("/msg NickServ ADMIN (\\S+)");
  private static final int END_SECONDS = 20;

  /// How every server of tests is started.
  static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xmx256m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  static final String MAIN = "chat.salon.server.Main";

  private final Process process;
  private final BufferedReader out;
  private final Path errors;
  private final int port;

  private ServerProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    this.port = awaitPort();
  }

  /// Writes a configuration for a server in a folder.
  public static Path configure(Path folder, String... more) {
    var lines =
        new ArrayList<>(
            List.of(
                "[server]",
                "name = \"salon.test\"",
                "data = \"" + folder.resolve("data") + "\"",
                "[irc]",
                "listen = [\"127.0.0.1:0\"]",
                "listen_tls = \"none\"",
                "flood_burst = 0",
                "connections_per_address = 0",
                "connections_per_minute = 0",
                "[web]",
                "listen = [\"127.0.0.1:0\"]",
                "listen_tls = \"none\"",
                "[accounts]",
                "hash_memory_kib = 8",
                "hash_iterations = 1",
                "scram_iterations = 4096",
                "registrations_per_hour = 0"));
    lines.addAll(List.of(more));
    try {
      return Files.write(folder.resolve("salon.toml"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts a server; it serves when this returns.
  ///
  /// @param before the command that is to start it, if not this process itself
  public static ServerProcess start(Path configuration, String... before) {
    var command = new ArrayList<>(List.of(before));
    command.addAll(List.of(java(), "-XX:TieredStopAtLevel=1", "-Xlog:aot=off", "-Xlog:cds=off"));
    command.addAll(JVM);
    command.addAll(StartNotes.options());
    command.addAll(List.of(MAIN, "serve", "--config", configuration.toString()));
    return start(configuration, new ProcessBuilder(command));
  }

  /// The same, by a command of the caller's, in an environment of the caller's.
  static ServerProcess start(Path configuration, ProcessBuilder builder) {
    var errors = configuration.resolveSibling("errors.log");
    try {
      var process =
          builder
              .directory(configuration.getParent().toFile())
              .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
              .start();
      return new ServerProcess(process, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How a program ended.
  ///
  /// @param said to both outputs
  record Ended(int exitCode, String said) {}

  /// Runs one of the program's commands, such as `serve` where it cannot start, to its end.
  static Ended run(Path configuration, String... command) {
    var all = new ArrayList<>(List.of(java()));
    all.addAll(JVM);
    all.addAll(StartNotes.options());
    all.add(MAIN);
    all.addAll(List.of(command));
    try {
      var process =
          new ProcessBuilder(all)
              .directory(configuration.getParent().toFile())
              .redirectErrorStream(true)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private int awaitPort() {
    try {
      var said = new ArrayList<String>();
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        var matcher = PORT.matcher(line);
        if (matcher.find()) {
          return Integer.parseInt(matcher.group(1));
        }
      }
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
      throw new AssertionError(
          "the server did not start: " + String.join("\n", said) + "\n" + errors());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The code that it prints for the first administrator.
  public String administratorCode() {
    try {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        var matcher = CODE.matcher(line);
        if (matcher.find()) {
          return matcher.group(1);
        }
      }
      throw new AssertionError("the server has an administrator already\n" + errors());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public IrcClient dial() {
    return dial(new Socket());
  }

  IrcClient dial(Socket socket) {
    return IrcClient.dial(socket, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /// SIGKILL: no chance to do anything.
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /// SIGTERM.
  void terminate() {
    process.destroy();
  }

  /// Whether it has not ended.
  public boolean isAlive() {
    return process.isAlive();
  }

  /// Waits for its end, however long that takes, and returns its exit code.
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /// Sends a signal: `STOP`, `CONT` and the like.
  public void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).inheritIO().start();
      if (!kill.waitFor(END_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new AssertionError("cannot send SIG" + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Waits for its end.
  int exitCode() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the server does not end\n" + errors());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// What it wrote to its log.
  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
