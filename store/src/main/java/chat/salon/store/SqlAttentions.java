package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.account.Attention;
import chat.salon.core.account.Attention.Level;
import chat.salon.core.account.Attentions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What accounts want to be told of, in SQL.
final class SqlAttentions implements Attentions {
  private static final String FIND =
      """
      select notice_level, muted_until from attention
      where account_id = (select id from account where folded = ?)
        and conversation_id = (select id from conversation where name_key = ?)\
      """;

  private static final String ALL =
      """
      select t.notice_level, t.muted_until, c.name_key, c.shown
      from attention t join conversation c on c.id = t.conversation_id
      where t.account_id = (select id from account where folded = ?)\
      """;

  private static final String EVERYTHING =
      """
      select a.name from attention t join account a on a.id = t.account_id
      where t.conversation_id = (select id from conversation where name_key = ?)
        and t.notice_level = 'EVERYTHING'\
      """;

  private static final String REMOVE =
      """
      delete from attention
      where account_id = (select id from account where folded = ?)
        and conversation_id = (select id from conversation where name_key = ?)\
      """;

  private static final String ADD =
      """
      insert into attention (notice_level, muted_until, account_id, conversation_id)
      select ?, ?, a.id, c.id from account a, conversation c
      where a.folded = ? and c.name_key = ?\
      """;

  private static final String CHANGE =
      """
      update attention set notice_level = ?, muted_until = ?
      where account_id = (select id from account where folded = ?)
        and conversation_id = (select id from conversation where name_key = ?)\
      """;

  private static final String IS_THERE =
      """
      select count(*) from conversation where name_key = ?\
      """;

  private static final long ROW_BYTES = 100;

  private final Committer committer;
  private final Readers readers;
  private final Database database;

  SqlAttentions(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public Attention of(AccountName account, ConversationId<?> where) {
    return readers
        .read(
            "attention",
            db -> db.first(FIND, SqlAttentions::attention, account.folded(), where.key()))
        .orElseGet(() -> Attention.usual(where));
  }

  @Override
  public Map<ConversationId<?>, Attention> all(AccountName account) {
    var all = new HashMap<ConversationId<?>, Attention>();
    readers
        .read("attention", db -> db.all(ALL, SqlAttentions::entry, account.folded()))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  @Override
  public boolean put(AccountName account, ConversationId<?> where, Attention attention) {
    return committer.commit(
        1,
        ROW_BYTES,
        db -> {
          if (db.one(IS_THERE, row -> row.getLong(1), where.key()) == 0) {
            return false;
          }
          db.update(REMOVE, account.folded(), where.key());
          if (!attention.equals(Attention.usual(where))) {
            add(db, account, where, attention);
          }
          return true;
        });
  }

  // Another node may add it at the same time.
  private void add(Db db, AccountName account, ConversationId<?> where, Attention attention)
      throws SQLException {
    var level = attention.level().name();
    long until = attention.mutedUntil();
    try {
      db.attempt(() -> db.update(ADD, level, until, account.folded(), where.key()));
    } catch (SQLException e) {
      if (!database.isTaken(e)) {
        throw e;
      }
      db.update(CHANGE, level, until, account.folded(), where.key());
    }
  }

  @Override
  public List<AccountName> toldEverything(ConversationId<?> where) {
    return readers.read(
        "followers",
        db -> db.all(EVERYTHING, row -> AccountName.trusted(row.getString(1)), where.key()));
  }

  private static Map.Entry<ConversationId<?>, Attention> entry(ResultSet row) throws SQLException {
    var key = row.getString(3);
    ConversationId<?> where =
        key.startsWith("#") ? ChannelName.trusted(row.getString(4)) : SqlMessageLog.pair(key);
    return Map.entry(where, attention(row));
  }

  private static Attention attention(ResultSet row) throws SQLException {
    return new Attention(Level.valueOf(row.getString(1)), row.getLong(2));
  }
}
