package chat.salon.acceptance.faults;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.IrcClient.Gone;
import chat.salon.acceptance.history.Entry.Held;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// A guest who wants a nick that others want too, has it for a moment, and lets go. It is certainly
/// theirs from the welcome until the last PING that was answered was sent; in a network only as
/// long as the node answers at once: one that stood still may have been put out, and not know it
/// yet.
final class Claimer {
  static final String NAME = "seat";
  private static final int MOST_PINGS = 20;
  private static final long MOST_STANDING_STILL_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int MOST_QUIET_NANOS = 20_000_000;

  private final String holder;
  private final Network network;
  private final Recorder recorder;
  private final Random random;
  private volatile boolean isOver;

  Claimer(String holder, Network network, Recorder recorder, long seed) {
    this.holder = holder;
    this.network = network;
    this.recorder = recorder;
    this.random = new Random(seed);
  }

  /// Tries until [#end]. On a thread of its own.
  void live() {
    while (!isOver) {
      LockSupport.parkNanos(random.nextInt(MOST_QUIET_NANOS)); // between two tries
      try (var irc = IrcClient.dial(network.address(random.nextInt(network.nodes())))) {
        irc.send("NICK " + NAME, "USER u 0 * :" + holder);
        if (isWelcome(irc)) {
          hold(irc);
        }
      } catch (UncheckedIOException | Gone _) {
        // tries again
      } catch (AssertionError | RuntimeException e) {
        recorder.trouble(holder + " gave up a connection: " + e);
      }
    }
  }

  private static boolean isWelcome(IrcClient irc) {
    var command = irc.next().command();
    while (!command.equals("001") && !command.equals("433")) {
      command = irc.next().command();
    }
    return command.equals("001");
  }

  private void hold(IrcClient irc) {
    long from = Recorder.now();
    long until = from;
    int pings = 1 + random.nextInt(MOST_PINGS);
    try {
      for (int i = 0; i < pings; i++) {
        long asked = Recorder.now();
        irc.ping();
        if (network.nodes() > 1 && Recorder.now() - until > MOST_STANDING_STILL_NANOS) {
          return;
        }
        until = asked;
        LockSupport.parkNanos(random.nextInt(MOST_QUIET_NANOS)); // how long it is held
      }
    } finally {
      recorder.note(new Held(NAME, holder, from, until));
    }
  }

  void end() {
    isOver = true;
  }
}
