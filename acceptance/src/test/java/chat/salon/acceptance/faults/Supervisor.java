package chat.salon.acceptance.faults;

import chat.salon.acceptance.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a service manager is to a node: starts it, and again when it ends by itself, until it has
/// done so too often in a row. Any thread.
final class Supervisor {
  private static final int MOST_IN_A_ROW = 10;
  private static final long LASTING_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(90).toNanos();

  private final String name;
  private final Path configuration;
  private final String[] before;
  private final Recorder recorder;
  private @Nullable ServerProcess server;
  private @Nullable ServerProcess frozen;
  private @Nullable Thread watch;
  private boolean isWanted;

  /// @param before what the command that starts the node begins with
  Supervisor(String name, Path configuration, Recorder recorder, String... before) {
    this.name = name;
    this.configuration = configuration;
    this.recorder = recorder;
    this.before = before.clone();
  }

  /// Begins to start the node; see [#awaitServing].
  synchronized void start() {
    isWanted = true;
    // a virtual thread would hold on to a processor while it reads what the node prints
    watch = Thread.ofPlatform().daemon().name(name).start(this::supervise);
  }

  private void supervise() {
    try {
      for (int inARow = 0; isWanted(); inARow++) {
        if (inARow == MOST_IN_A_ROW) {
          recorder.trouble(name + " ended " + inARow + " times in a row");
          return;
        }
        long began = Recorder.now();
        serve();
        if (Recorder.now() - began > LASTING_NANOS) {
          inARow = 0;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() throws InterruptedException {
    try (var started = ServerProcess.start(configuration, before)) {
      serves(started);
      int code = isWanted() ? started.awaitEnd() : 0;
      if (ended()) {
        recorder.trouble(name + " ended by itself with exit code " + code);
      }
    } catch (AssertionError _) {
      recorder.fault("not started", name); // its log says why
    }
  }

  private synchronized boolean isWanted() {
    return isWanted;
  }

  private synchronized void serves(ServerProcess started) {
    server = started;
    notifyAll();
  }

  // Whether it did so by itself.
  private synchronized boolean ended() {
    server = null;
    return isWanted;
  }

  /// Waits until the node serves.
  synchronized ServerProcess awaitServing() throws InterruptedException {
    long deadline = Recorder.now() + PATIENCE_NANOS;
    while (server == null) {
      long left = deadline - Recorder.now();
      if (left <= 0) {
        throw new AssertionError(name + " does not serve");
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return server;
  }

  /// SIGKILL, when it serves; it is not started again before [#start].
  void kill() throws InterruptedException {
    var serving = awaitServing();
    stop();
    serving.kill();
    watch.join();
  }

  private synchronized void stop() {
    isWanted = false;
  }

  /// SIGSTOP, when it serves.
  void pause() throws InterruptedException {
    frozen = awaitServing();
    signal(frozen, "STOP");
  }

  /// SIGCONT.
  void resume() {
    signal(frozen, "CONT");
  }

  private static void signal(ServerProcess process, String name) {
    try {
      process.signal(name);
    } catch (AssertionError e) {
      if (process.isAlive()) { // it may end at any time
        throw e;
      }
    }
  }

  /// Ends it, or what has begun of it.
  void close() {
    var serving = given();
    if (serving != null) {
      serving.close();
    }
    try {
      if (watch != null) {
        watch.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable ServerProcess given() {
    isWanted = false;
    return server;
  }
}
