package chat.salon.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The process of a database server. A shell stands beside it, which stops it when its own input
/// ends: so it does not outlive the JVM.
final class ServerProcess {
  private static final String KEEPER =
      """
      exec 3<&0
      signal=$1; shift
      "$@" 3<&- &
      server=$!
      echo "pid $server"
      { cat <&3; kill -"$signal" "$server"; } >/dev/null 2>&1 &
      watch=$!
      wait "$server"
      kill "$watch" 2>/dev/null
      """;
  private static final int PATIENCE_SECONDS = 60;

  static final ServerProcess NONE = new ServerProcess(null, 0);

  private final @Nullable Process keeper;
  private final long server;

  private ServerProcess(@Nullable Process keeper, long server) {
    this.keeper = keeper;
    this.server = server;
  }

  /// Starts it; it serves when this returns.
  static ServerProcess start(
      ServerFolder folder, List<String> command, String stopSignal, String readyText) {
    var whole = new ArrayList<>(List.of("sh", "-c", KEEPER, "sh", stopSignal));
    whole.addAll(folder.asOwner(command));
    try {
      var keeper =
          new ProcessBuilder(whole)
              .directory(folder.resolve(".").toFile())
              .redirectErrorStream(true)
              .start();
      var out =
          new BufferedReader(
              new InputStreamReader(keeper.getInputStream(), StandardCharsets.UTF_8));
      long pid = Long.parseLong(out.readLine().substring("pid ".length()));
      var started = new ServerProcess(keeper, pid);
      Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
      awaitReady(out, readyText);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitReady(BufferedReader out, String readyText) {
    var ready = new CompletableFuture<Boolean>();
    var said = new ConcurrentLinkedQueue<String>();
    Thread.ofPlatform() // a virtual one would hold on to a processor while it reads from a pipe
        .daemon()
        .start(() -> {
          try {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
              said.add(line);
              if (line.contains(readyText)) {
                ready.complete(true);
              }
            }
          } catch (IOException e) {
            said.add(e.toString());
          }
          ready.complete(false); // it has ended
        });
    boolean isReady;
    try {
      isReady = ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException | java.util.concurrent.ExecutionException e) {
      isReady = false;
    }
    if (!isReady) {
      throw new IllegalStateException("a database does not start:\n" + String.join("\n", said));
    }
  }

  /// Ends it in order. Any thread, and several at once.
  synchronized void stop() {
    if (keeper != null && keeper.isAlive()) {
      try {
        keeper.getOutputStream().close();
        awaitEnd(keeper);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void kill() {
    var all = ProcessHandle.of(server).stream().flatMap(ServerProcess::family).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    if (keeper != null) {
      awaitEnd(keeper);
    }
  }

  private static Stream<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  private static void awaitEnd(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a database does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
