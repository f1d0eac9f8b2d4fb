package chat.salon.acceptance.faults;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.IrcClient.Gone;
import chat.salon.acceptance.history.Place;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Somebody with an account who is in all channels as long as the run lasts: who comes back after
/// each end of the connection, to any node, and reads what was missed.
final class Member {
  private static final long BETWEEN_TRIES_NANOS = Duration.ofMillis(20).toNanos();

  private final String name;
  private final Habit habit;
  private final Network network;
  private final Recorder recorder;
  private final Random random;
  private final Map<String, Place> places = new HashMap<>();
  private int sessions;
  private int said;
  private volatile @Nullable Connection connection;
  private volatile boolean isSilent;
  private volatile boolean isOver;

  /// What somebody does.
  enum Habit {
    LISTENS,
    /// Several messages under way at once, each with a label.
    TALKS_WITH_LABELS,
    /// The same without labels: the server need not answer one before it takes the next.
    TALKS;

    boolean talks() {
      return this != LISTENS;
    }
  }

  Member(String name, Habit habit, Network network, Recorder recorder, long seed) {
    this.name = name;
    this.habit = habit;
    this.network = network;
    this.recorder = recorder;
    this.random = new Random(seed);
    FaultRun.CHANNELS.forEach(channel -> places.put(channel, new Place()));
  }

  String name() {
    return name;
  }

  Habit habit() {
    return habit;
  }

  /// Whether there is more than one node.
  boolean isInNetwork() {
    return network.nodes() > 1;
  }

  Recorder recorder() {
    return recorder;
  }

  /// Only the thread of the present connection may ask.
  Place place(String channel) {
    return places.get(channel);
  }

  /// A text that nobody has said yet.
  synchronized String nextText() {
    return name + "." + said++;
  }

  /// Lives until [#end]. On a thread of its own.
  void live() {
    while (!isOver) {
      try {
        var irc = IrcClient.dial(network.address(random.nextInt(network.nodes())));
        var made = new Connection(this, irc, name + "/" + ++sessions, random.nextLong());
        connection = made;
        if (isSilent) {
          made.fallSilent();
        }
        made.run();
      } catch (UncheckedIOException | Gone _) {
        // it tries again
      } catch (AssertionError | RuntimeException e) {
        recorder.trouble(name + " gave up a connection: " + e);
      }
      connection = null;
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
  }

  /// Cuts the connection, if there is one.
  void cut() {
    var present = connection;
    if (present != null) {
      present.close();
    }
  }

  /// Says nothing any more of its own accord.
  void fallSilent() {
    isSilent = true;
    var present = connection;
    if (present != null) {
      present.fallSilent();
    }
  }

  /// Whether it is in all channels, has read all, and has an answer to all that it said.
  boolean isAtRest() {
    var present = connection;
    return present != null && present.isAtRest();
  }

  /// The connection of now.
  @Nullable Connection connection() {
    return connection;
  }

  /// Goes, and does not come back.
  void end() {
    isOver = true;
    cut();
  }
}
