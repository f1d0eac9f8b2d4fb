package chat.salon.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A server that we started, in a folder of its own: both are gone when it is closed, or when this
/// program ends.
final class OwnProcess implements Running {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final String OUTPUT = "output.log";
  private static final int TAIL = 15;

  private final Process process;
  private final Path folder;
  private final Thread hook = new Thread(this::end);
  private final Target target;

  /// Starts it, and waits until it listens.
  ///
  /// @param folder which it makes its own
  /// @param backlog see [Target#backlog]
  /// @param port tells from what the server printed where it listens, when it does
  OwnProcess(
      String name,
      List<String> command,
      Path folder,
      int backlog,
      Function<String, OptionalInt> port) {
    this.folder = folder;
    try {
      var whole = new ArrayList<>(Cores.ofThisMachine().onServerCore());
      whole.addAll(command);
      process =
          new ProcessBuilder(whole)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(OUTPUT).toFile())
              .start();
    } catch (IOException e) {
      throw new BenchException("cannot start " + name + ": " + e.getMessage(), e);
    }
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), await(name, port));
      target = new Target(name, List.of(address), List.of(process.pid()), true, backlog);
    } catch (BenchException e) {
      close();
      throw e;
    }
  }

  /// An empty folder for a server.
  static Path makeFolder(Path parent) {
    try {
      return Files.createTempDirectory(Files.createDirectories(parent), "server-");
    } catch (IOException e) {
      throw new BenchException("cannot make a folder in " + parent, e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BenchException("cannot write " + file, e);
    }
  }

  /// A port that nobody uses.
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BenchException("there is no free port", e);
    }
  }

  /// For a server that was told its port: whether somebody answers there.
  static Function<String, OptionalInt> answersAt(int port) {
    return _ -> {
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return OptionalInt.of(port);
      } catch (IOException _) {
        return OptionalInt.empty();
      }
    };
  }

  private int await(String name, Function<String, OptionalInt> port) {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      var found = port.apply(output());
      if (found.isPresent()) {
        return found.getAsInt();
      }
      if (ended(LOOK)) {
        break;
      }
    }
    var said = output().lines().toList();
    var tail = said.subList(Math.max(0, said.size() - TAIL), said.size());
    throw new BenchException(name + " did not start; it said: " + String.join("\n  ", tail));
  }

  private String output() {
    try {
      return new String(Files.readAllBytes(folder.resolve(OUTPUT)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BenchException("cannot read " + folder.resolve(OUTPUT), e);
    }
  }

  private boolean ended(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new BenchException("interrupted", e);
    }
  }

  @Override
  public Target target() {
    return target;
  }

  @Override
  public void close() {
    end();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void end() {
    process.destroy();
    if (!ended(STOP)) {
      process.destroyForcibly();
      ended(STOP);
    }
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new BenchException("cannot remove " + folder, e);
    }
  }
}
