package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.account.SavedMessages;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The messages that accounts have put aside, in SQL.
final class SqlSavedMessages implements SavedMessages {
  private static final String IS_SAVED =
      """
      select count(*) from saved_message
      where account_id = (select id from account where folded = ?)
        and conversation_id = (select id from conversation where name_key = ?)
        and message_id = ?\
      """;

  private static final String COUNT =
      """
      select count(*) from saved_message
      where account_id = (select id from account where folded = ?)\
      """;

  private static final String SAVE =
      """
      insert into saved_message (account_id, conversation_id, message_id, saved_id)
      select a.id, c.id, ?, ? from account a, conversation c
      where a.folded = ? and c.name_key = ?\
      """;

  private static final String FORGET =
      """
      delete from saved_message
      where account_id = (select id from account where folded = ?)
        and conversation_id = (select id from conversation where name_key = ?)
        and message_id = ?\
      """;

  private static final String NEWEST_FIRST =
      """
      select c.name_key, c.shown, s.message_id, s.saved_id
      from saved_message s join conversation c on c.id = s.conversation_id
      where s.account_id = (select id from account where folded = ?) and s.saved_id < ?
      order by s.saved_id desc limit ?\
      """;

  private static final long ROW_BYTES = 100;

  private final Committer committer;
  private final Readers readers;
  private final Database database;

  SqlSavedMessages(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public boolean save(
      AccountName account, ConversationId<?> where, long message, long saved, int most) {
    return committer.commit(
        1,
        ROW_BYTES,
        db -> {
          if (count(db, IS_SAVED, account.folded(), where.key(), message) > 0) {
            return true;
          }
          if (count(db, COUNT, account.folded()) >= most) {
            return false;
          }
          add(db, account, where, message, saved);
          return true;
        });
  }

  private static long count(Db db, @CompileTimeConstant final String sql, Object... values)
      throws SQLException {
    return db.one(sql, row -> row.getLong(1), values);
  }

  // Another node may add it at the same time.
  private void add(Db db, AccountName account, ConversationId<?> where, long message, long saved)
      throws SQLException {
    try {
      db.attempt(() -> db.update(SAVE, message, saved, account.folded(), where.key()));
    } catch (SQLException e) {
      if (!database.isTaken(e)) {
        throw e;
      }
    }
  }

  @Override
  public void forget(AccountName account, ConversationId<?> where, long message) {
    committer.commit(1, ROW_BYTES, db -> db.update(FORGET, account.folded(), where.key(), message));
  }

  @Override
  public List<Saved> of(AccountName account, long before, int limit) {
    return readers.read(
        "saved messages",
        db -> db.all(NEWEST_FIRST, SqlSavedMessages::saved, account.folded(), before, limit));
  }

  private static Saved saved(ResultSet row) throws SQLException {
    var key = row.getString(1);
    return new Saved(
        key.startsWith("#") ? ChannelName.trusted(row.getString(2)) : SqlMessageLog.pair(key),
        row.getLong(3),
        row.getLong(4));
  }
}
