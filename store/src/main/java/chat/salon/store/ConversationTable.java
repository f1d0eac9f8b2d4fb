package chat.salon.store;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import chat.salon.core.StoreException;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Head;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The conversations and how far each has come. Belongs to the writer.
final class ConversationTable {
  private static final String FIND =
      """
      select id from conversation where name_key = ?\
      """;

  private static final String ADD =
      """
      insert into conversation
        (kind, name_key, shown, last_id, last_seq, opened_id, is_open, epoch)
      values (?, ?, ?, 0, 0, 0, 0, ?)\
      """;

  private static final String ADD_PARTY =
      """
      insert into private_party (party, conversation_id) values (?, ?)\
      """;

  private static final String ADVANCE =
      """
      update conversation set last_id = ?, last_seq = ?, opened_id = ?, is_open = ?
      where id = ? and epoch = ? and last_seq = ?\
      """;

  private static final String RENAME =
      """
      update conversation set shown = ? where id = ?\
      """;

  private static final int CHANNEL = 1;
  private static final int PRIVATE = 2;

  private final Known<ConversationId<?>> known = new Known<>();

  /// Moves the head of a conversation, which is made when it is new. Returns its number.
  ///
  /// @throws StoreException a later owner has taken over, or these events do not follow the last
  long advance(Db db, Batch batch, int kept) throws SQLException {
    long id = number(db, batch);
    var head = batch.head();
    var advance = db.statement(ADVANCE);
    advance.setLong(1, head.lastId());
    advance.setLong(2, head.lastSeq());
    advance.setLong(3, head.opened());
    advance.setInt(4, head.isOpen() ? 1 : 0);
    advance.setLong(5, id);
    advance.setLong(6, head.epoch());
    advance.setLong(7, head.lastSeq() - kept);
    if (advance.executeUpdate() == 0) {
      throw new StoreException("Another owner writes to conversation " + id + ".");
    }
    return id;
  }

  private long number(Db db, Batch batch) throws SQLException {
    var where = batch.where();
    long id = known.find(where);
    if (id == 0) {
      var found = db.first(FIND, row -> row.getLong(1), where.key());
      id = found.isPresent() ? found.get() : add(db, where, batch.head().epoch());
      known.put(where, id);
    }
    return id;
  }

  private static long add(Db db, ConversationId<?> where, long epoch) throws SQLException {
    int kind = where instanceof ChannelName ? CHANNEL : PRIVATE;
    db.update(ADD, kind, where.key(), where.toString(), epoch);
    long id = db.one(FIND, row -> row.getLong(1), where.key());
    if (where instanceof Pair(var first, var second)) {
      db.update(ADD_PARTY, first, id);
      if (!first.equals(second)) {
        db.update(ADD_PARTY, second, id);
      }
    }
    return id;
  }

  /// Shows a channel as who opened it wrote it.
  void rename(Db db, long conversation, ChannelName name) throws SQLException {
    db.update(RENAME, name.shown(), conversation);
  }

  void forget() {
    known.forget();
  }

  static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getLong("last_id"),
        row.getLong("last_seq"),
        row.getLong("opened_id"),
        row.getInt("is_open") != 0,
        row.getLong("epoch"));
  }
}
