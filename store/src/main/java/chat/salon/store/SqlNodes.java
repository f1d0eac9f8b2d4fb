package chat.salon.store;

import chat.salon.core.StoreException;
import chat.salon.core.port.Nodes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The numbers of nodes in SQL. Of several who claim one at once each waits for the one before.
final class SqlNodes implements Nodes {
  private static final String LOCK =
      """
      update setting set content = content where name = 'server_key'\
      """;

  private static final String ALL =
      """
      select number, name, is_alone, is_live, given, seen from node\
      """;

  private static final String SUCCEED =
      """
      update node set is_live = 0 where name = ?\
      """;

  private static final String ADD =
      """
      insert into node (name, is_alone, is_live, given, seen, number) values (?, ?, 1, ?, ?, ?)\
      """;

  private static final String GIVE =
      """
      update node set name = ?, is_alone = ?, is_live = 1, given = ?, seen = ? where number = ?\
      """;

  private static final String RENEW =
      """
      update node set seen = ? where number = ? and given = ?\
      """;

  private static final String RELEASE =
      """
      update node set is_live = 0 where number = ? and given = ?\
      """;

  private static final int MOST = 255;
  private static final long ROW_BYTES = 100;

  private final Committer committer;
  private final Database database;
  // When each number was given to us: who has it later has another moment.
  private final Map<Integer, Long> given = new ConcurrentHashMap<>();

  SqlNodes(Committer committer, Database database) {
    this.committer = committer;
    this.database = database;
  }

  private record Node(
      int number, String name, boolean isAlone, boolean isLive, long given, long seen) {
    static Node read(ResultSet row) throws SQLException {
      return new Node(
          row.getInt(1),
          row.getString(2),
          row.getInt(3) != 0,
          row.getInt(4) != 0,
          row.getLong(5),
          row.getLong(6));
    }

    boolean isBefore(long otherGiven, int otherNumber) {
      return given < otherGiven || (given == otherGiven && number < otherNumber);
    }

    boolean lives(long now) {
      return isLive && seen > now - LIFETIME.toMillis();
    }
  }

  /// What became of a claim.
  private sealed interface Claim {
    record Given(int number, long at) implements Claim {}

    record Denied(String why) implements Claim {}
  }

  @Override
  public int claim(String name) {
    return claim(name, false);
  }

  /// The same for a server that shares its database with no other: it is refused while another
  /// lives, and others while it does.
  int claimAlone(String name) {
    return claim(name, true);
  }

  private int claim(String name, boolean isAlone) {
    return switch (committer.commit(2, ROW_BYTES, db -> claim(db, name, isAlone))) {
      case Claim.Given(var number, var at) -> {
        given.put(number, at);
        yield number;
      }
      case Claim.Denied(var why) -> throw new StoreException(why);
    };
  }

  private Claim claim(Db db, String name, boolean isAlone) throws SQLException {
    db.update(LOCK);
    long now = database.now(db);
    var all = db.all(ALL, Node::read);
    var stranger = stranger(all, name, isAlone, now);
    if (stranger.isPresent()) {
      return new Claim.Denied(
          "Another Salon (%s) uses %s. Stop it, or use another database. If it has crashed, wait %d s."
              .formatted(stranger.get().name(), database.name(), LIFETIME.toSeconds()));
    }
    var number = free(all, now);
    if (number.isEmpty()) {
      return new Claim.Denied("All " + MOST + " numbers of nodes are taken.");
    }
    db.update(SUCCEED, name);
    int alone = isAlone ? 1 : 0;
    if (db.update(GIVE, name, alone, now, now, number.get()) == 0) {
      db.update(ADD, name, alone, now, now, number.get());
    }
    return new Claim.Given(number.get(), now);
  }

  @Override
  public boolean isFirst(int number) {
    return nobodyLives(node -> node.isBefore(given(number), number));
  }

  @Override
  public boolean isEmpty() {
    return nobodyLives(_ -> true);
  }

  private boolean nobodyLives(Predicate<Node> which) {
    return committer.commit(
        1,
        ROW_BYTES,
        db -> {
          long now = database.now(db);
          return db.all(ALL, Node::read).stream()
              .noneMatch(node -> node.lives(now) && which.test(node));
        });
  }

  private static Optional<Node> stranger(List<Node> all, String name, boolean isAlone, long now) {
    return all.stream()
        .filter(node -> node.lives(now) && !node.name().equals(name))
        .filter(node -> isAlone || node.isAlone())
        .findFirst();
  }

  // One that nobody ever had; else the one that has rested longest.
  private static Optional<Integer> free(List<Node> all, long now) {
    var used = all.stream().map(Node::number).collect(Collectors.toSet());
    return IntStream.rangeClosed(1, MOST)
        .filter(number -> !used.contains(number))
        .boxed()
        .findFirst()
        .or(() -> rested(all, now));
  }

  private static Optional<Integer> rested(List<Node> all, long now) {
    return all.stream()
        .filter(node -> !node.lives(now))
        .min(Comparator.comparingLong(Node::seen))
        .map(Node::number);
  }

  @Override
  public void renew(int number) {
    if (update(number, db -> db.update(RENEW, database.now(db), number, given(number))) == 0) {
      throw new StoreException(
          "Number "
              + number
              + " of this node is another node's by now: it was silent for too long.");
    }
  }

  @Override
  public void release(int number) {
    if (!given.containsKey(number)) {
      return;
    }
    update(number, db -> db.update(RELEASE, number, given(number)));
    given.remove(number);
  }

  private int update(int number, Task.Work<Integer> work) {
    if (!given.containsKey(number)) {
      throw new IllegalArgumentException("number " + number + " was given to nobody here");
    }
    return committer.commit(1, ROW_BYTES, work);
  }

  private long given(int number) {
    return given.getOrDefault(number, 0L);
  }

  /// The names of those who live.
  static List<String> living(Db db, Database database) throws SQLException {
    long now = database.now(db);
    return db.all(ALL, Node::read).stream()
        .filter(node -> node.lives(now))
        .map(Node::name)
        .toList();
  }
}
