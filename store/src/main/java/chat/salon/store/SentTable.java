package chat.salon.store;

import chat.salon.core.Stamps;
import chat.salon.core.port.Keyed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The keys under which messages were sent. A message without one costs nothing here. Belongs to
/// the writer.
final class SentTable {
  private static final String ADD =
      """
      insert into sent (conversation_id, party, request_key, message_id, sent_at)
      values (?, ?, ?, ?, ?)\
      """;

  private static final String OLDEST =
      """
      select coalesce(min(sent_at), ?) from sent\
      """;

  private static final String FORGET =
      """
      delete from sent where sent_at < ?\
      """;

  // Of one transaction, which others wait for.
  private static final long MOST_MILLIS = 1000;
  private static final int MOST_TIMES = 60;
  private static final long ROW_BYTES = 100;

  private final Bulk rows = new Bulk();

  /// Takes up the keys of messages, to be added by [#flush].
  void add(Db db, long conversation, List<Keyed> keyed) throws SQLException {
    for (var one : keyed) {
      var add = rows.of(db, ADD);
      add.setLong(1, conversation);
      add.setString(2, one.party());
      add.setString(3, one.key());
      add.setLong(4, one.id());
      add.setLong(5, Stamps.time(one.id()).toEpochMilli());
      rows.add();
    }
  }

  /// Adds what was taken up since the last time.
  void flush() throws SQLException {
    rows.flush();
  }

  /// Drops what was taken up.
  void forget() {
    rows.drop();
  }

  /// Forgets what was sent before a moment: a second of it in each transaction, and no more than a
  /// minute of it at once.
  static int forget(Readers readers, Committer committer, Instant before) {
    long end = before.toEpochMilli();
    if (readers.read("the oldest key", db -> oldest(db, end)) >= end) {
      return 0; // nothing is written where there are none
    }
    int forgotten = 0;
    for (int i = 0; i < MOST_TIMES; i++) {
      int some = committer.commit(1, ROW_BYTES, db -> forget(db, end));
      if (some == 0) {
        break;
      }
      forgotten += some;
    }
    return forgotten;
  }

  private static int forget(Db db, long end) throws SQLException {
    long oldest = oldest(db, end);
    return oldest >= end ? 0 : db.update(FORGET, Math.min(end, oldest + MOST_MILLIS));
  }

  private static long oldest(Db db, long end) throws SQLException {
    return db.one(OLDEST, row -> row.getLong(1), end);
  }
}
