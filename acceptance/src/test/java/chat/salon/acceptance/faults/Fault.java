package chat.salon.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Something that is done to the network or to a client, for a time.
///
/// @param afterMillis how long it is quiet before
/// @param other another node
/// @param isHasty whether the next one does not wait until the network is whole again
record Fault(long afterMillis, Kind kind, int whom, int other, long millis, boolean isHasty) {

  /// What is done.
  enum Kind {
    /// SIGKILL, and a start after that time.
    KILL(1000, 7000),
    /// SIGSTOP, and SIGCONT after that time.
    PAUSE(2500, 9000),
    /// The connection of a client is cut; it comes back by itself.
    CUT_CLIENT(1, 1),
    /// A node is cut off from all others.
    PARTITION(2500, 9000),
    /// SIGKILL to the database, and a start after that time.
    KILL_DATABASE(1000, 3000),
    /// Two nodes are cut off from each other, and the third reaches both. Never among the first.
    CUT_LINK(2500, 9000);

    private final int brief;
    private final int most;

    Kind(int brief, int most) {
      this.brief = brief;
      this.most = most;
    }

    private static List<Kind> of(int nodes) {
      return Stream.of(values()).filter(kind -> nodes > 1 || !kind.needsOthers()).toList();
    }

    /// What every run begins with.
    static List<Kind> first(int nodes) {
      return of(nodes).stream().filter(kind -> kind != CUT_LINK).toList();
    }

    private boolean needsOthers() {
      return switch (this) {
        case KILL, PAUSE, CUT_CLIENT -> false;
        case PARTITION, KILL_DATABASE, CUT_LINK -> true;
      };
    }
  }

  private static final int MOST_QUIET_MILLIS = 1500;

  /// The faults of a run, as the seed will have it. The first ones last.
  static List<Fault> schedule(long seed, int count, int nodes, int clients) {
    var random = new Random(seed);
    var kinds = Kind.of(nodes);
    var first = Kind.first(nodes);
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < count; i++) {
      boolean isFirst = i < first.size();
      var kind = isFirst ? first.get(i) : kind(random, kinds);
      int whom = random.nextInt(kind == Kind.CUT_CLIENT ? clients : nodes);
      faults.add(
          new Fault(
              random.nextInt(MOST_QUIET_MILLIS),
              kind,
              whom,
              (whom + 1 + random.nextInt(Math.max(1, nodes - 1))) % nodes,
              millis(kind, nodes > 1 && (isFirst || random.nextBoolean()), random),
              !isFirst && random.nextInt(4) == 0));
    }
    return faults;
  }

  // Clients are cut more often than all else.
  private static Kind kind(Random random, List<Kind> kinds) {
    return random.nextBoolean() ? Kind.CUT_CLIENT : kinds.get(random.nextInt(kinds.size()));
  }

  // Long enough that the others go on without it, or not.
  private static long millis(Kind kind, boolean isLong, Random random) {
    return isLong ? random.nextInt(kind.most * 2 / 3, kind.most + 1) : random.nextInt(kind.brief);
  }
}
