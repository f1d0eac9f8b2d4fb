package chat.salon.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Something that is done to the network or to a client, for a time.
///
/// @param afterMillis how long it is quiet before
record Fault(long afterMillis, Kind kind, int whom, int other, long millis) {

  /// What is done.
  enum Kind {
    /// SIGKILL, and a start after that time.
    KILL,
    /// SIGSTOP, and SIGCONT after that time.
    PAUSE,
    /// The connection of a client is cut; it comes back by itself.
    CUT_CLIENT,
    /// A node is cut off from another, or from all others when it is its own other.
    PARTITION
  }

  private static final int MOST_QUIET_MILLIS = 1500;
  private static final int MOST_DOWN_MILLIS = 1000;
  private static final int MOST_PAUSE_MILLIS = 2500;
  private static final int MOST_PARTITION_MILLIS = 8000;

  /// The faults of a run, as the seed will have it. The first ones are of each kind.
  static List<Fault> schedule(long seed, int count, int nodes, int clients) {
    var random = new Random(seed);
    var kinds =
        nodes == 1 ? List.of(Kind.KILL, Kind.PAUSE, Kind.CUT_CLIENT) : List.of(Kind.values());
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < count; i++) {
      var kind = i < kinds.size() ? kinds.get(i) : kind(random, kinds);
      faults.add(
          new Fault(
              random.nextInt(MOST_QUIET_MILLIS),
              kind,
              random.nextInt(kind == Kind.CUT_CLIENT ? clients : nodes),
              random.nextInt(nodes),
              random.nextInt(most(kind))));
    }
    return faults;
  }

  // Clients are cut more often than all else.
  private static Kind kind(Random random, List<Kind> kinds) {
    return random.nextBoolean() ? Kind.CUT_CLIENT : kinds.get(random.nextInt(kinds.size()));
  }

  private static int most(Kind kind) {
    return switch (kind) {
      case KILL -> MOST_DOWN_MILLIS;
      case PAUSE -> MOST_PAUSE_MILLIS;
      case CUT_CLIENT -> 1;
      case PARTITION -> MOST_PARTITION_MILLIS;
    };
  }
}
