package chat.salon.store;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import chat.salon.core.StaleOwnerException;
import chat.salon.core.StoreException;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Head;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

  private static final String TAKE =
      """
      update conversation set epoch = epoch + 1 where name_key = ?\
      """;

  private static final String EPOCH =
      """
      select epoch from conversation where name_key = ?\
      """;

  private static final String RENAME =
      """
      update conversation set shown = ? where id = ?\
      """;

  private static final String MOVE =
      """
      update conversation set name_key = ?, shown = ? where id = ?\
      """;

  private static final String IN_USE =
      """
      select count(*) from conversation c left join channel s on s.conversation_id = c.id
      where c.name_key = ? and (c.is_open <> 0 or s.founder_id is not null)\
      """;

  private static final int CHANNEL = 1;
  private static final int PRIVATE = 2;

  private final Database database;
  private final Known<ConversationId<?>> known = new Known<>();
  private final Bulk heads = new Bulk();
  private final List<Long> moving = new ArrayList<>();

  ConversationTable(Database database) {
    this.database = database;
  }

  /// Raises the epoch of a conversation, which is made when it is new; returns it.
  long take(Db db, ConversationId<?> where) throws SQLException {
    known.forget(where); // another node may have given its name to another
    if (db.update(TAKE, where.key()) == 0) {
      make(db, where, 0);
      db.update(TAKE, where.key());
    }
    return db.one(EPOCH, row -> row.getLong(1), where.key());
  }

  /// Takes up where the head of a conversation moves, to be written by [#flush]. Returns the number
  /// of the conversation, which is made when it is new.
  long advance(Db db, Batch batch, int kept) throws SQLException {
    long id = number(db, batch);
    var head = batch.head();
    var advance = heads.of(db, ADVANCE);
    advance.setLong(1, head.lastId());
    advance.setLong(2, head.lastSeq());
    advance.setLong(3, head.opened());
    advance.setInt(4, head.isOpen() ? 1 : 0);
    advance.setLong(5, id);
    advance.setLong(6, head.epoch());
    advance.setLong(7, head.lastSeq() - kept);
    heads.add();
    moving.add(id);
    return id;
  }

  /// Moves the heads that were taken up since the last time, and locks them until the commit.
  ///
  /// @throws StaleOwnerException a later owner has taken one over, or its events do not follow the
  ///   last
  void flush() throws SQLException {
    var changed = heads.flush();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        throw new StaleOwnerException(
            "Another owner writes to conversation " + moving.get(i) + ".");
      }
    }
    moving.clear();
  }

  private long number(Db db, Batch batch) throws SQLException {
    var where = batch.where();
    long id = known.find(where);
    if (id == 0) {
      var found = db.first(FIND, row -> row.getLong(1), where.key());
      id = found.isPresent() ? found.get() : make(db, where, batch.head().epoch());
      known.put(where, id);
    }
    return id;
  }

  // Another node may make it at the same time.
  private long make(Db db, ConversationId<?> where, long epoch) throws SQLException {
    try {
      db.attempt(() -> add(db, where, epoch));
    } catch (SQLException e) {
      if (!database.isTaken(e)) {
        throw e;
      }
    }
    return db.one(FIND, row -> row.getLong(1), where.key());
  }

  private static void add(Db db, ConversationId<?> where, long epoch) throws SQLException {
    int kind = where instanceof ChannelName ? CHANNEL : PRIVATE;
    db.update(ADD, kind, where.key(), where.toString(), epoch);
    long id = db.one(FIND, row -> row.getLong(1), where.key());
    if (where instanceof Pair(var first, var second)) {
      db.update(ADD_PARTY, first, id);
      if (!first.equals(second)) {
        db.update(ADD_PARTY, second, id);
      }
    }
  }

  /// Shows a channel as who opened it wrote it.
  void rename(Db db, long conversation, ChannelName name) throws SQLException {
    db.update(RENAME, name.shown(), conversation);
  }

  /// Gives a channel another name. What is left of one that had that name is put away under a name
  /// that no channel can have.
  ///
  /// @throws StoreException there is a channel of the new name
  void move(Db db, long conversation, ChannelName from, ChannelName to) throws SQLException {
    if (db.<Integer>one(IN_USE, row -> row.getInt(1), to.key()) > 0) {
      throw new StoreException(to + " is the name of another channel.");
    }
    var former = db.first(FIND, row -> row.getLong(1), to.key());
    if (former.isPresent()) {
      var aside = "#," + former.get();
      db.update(MOVE, aside, aside, former.get());
    }
    db.update(MOVE, to.key(), to.shown(), conversation);
    known.forget(from);
    known.forget(to);
  }

  void forget() {
    known.forget();
    heads.drop();
    moving.clear();
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
