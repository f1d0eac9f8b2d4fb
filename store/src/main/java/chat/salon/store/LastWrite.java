package chat.salon.store;

import java.sql.SQLException;

/// The number that each transaction of the writer leaves in the database. When the connection is
/// lost during a commit, it tells whether that happened. Belongs to the writer.
final class LastWrite {
  private static final String ADD =
      """
      insert into last_write (writer, number, looks) values (?, 0, 0)\
      """;

  private static final String LEAVE =
      """
      update last_write set number = ? where writer = ?\
      """;

  // Waits for a transaction that is still being committed, and is on disk after it.
  private static final String LOOK =
      """
      update last_write set looks = looks + 1 where writer = ?\
      """;

  private static final String FIND =
      """
      select number from last_write where writer = ?\
      """;

  private static final String REMOVE =
      """
      delete from last_write where writer = ?\
      """;

  private final String writer;
  private long number;

  LastWrite(String writer) {
    this.writer = writer;
  }

  /// Makes its row; the caller commits.
  void add(Db db) throws SQLException {
    db.update(ADD, writer);
  }

  /// Leaves the next number in a transaction that is about to be committed.
  void leave(Db db) throws SQLException {
    number++;
    db.update(LEAVE, number, writer);
  }

  /// Whether the transaction that left the last number was committed. For good: what is not by now
  /// never will be.
  boolean isIn(Db db) throws SQLException {
    db.update(LOOK, writer);
    long found = db.one(FIND, row -> row.getLong(1), writer);
    db.commit();
    return found == number;
  }

  /// Takes its row away, and commits.
  void remove(Db db) throws SQLException {
    db.update(REMOVE, writer);
    db.commit();
  }
}
