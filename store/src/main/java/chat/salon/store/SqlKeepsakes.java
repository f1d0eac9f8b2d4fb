package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.bouncer.Keepsakes;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is remembered of accounts while nobody is connected, in SQL.
final class SqlKeepsakes implements Keepsakes {
  private static final String OF =
      """
      select k.item, k.content from keepsake k
      where k.account_id = (select id from account where folded = ?)\
      """;

  private static final String ALL =
      """
      select a.name, k.content from keepsake k join account a on a.id = k.account_id
      where k.item = ? order by a.id\
      """;

  private static final String CHANGE =
      """
      update keepsake set content = ?
      where account_id = (select id from account where folded = ?) and item = ?\
      """;

  private static final String ADD =
      """
      insert into keepsake (account_id, item, content)
      select id, ?, ? from account where folded = ?\
      """;

  private static final String REMOVE =
      """
      delete from keepsake
      where account_id = (select id from account where folded = ?) and item = ?\
      """;

  private static final String SEATS =
      """
      select c.shown from membership m
      join channel s on s.conversation_id = m.conversation_id
      join conversation c on c.id = m.conversation_id
      where m.account_id = (select id from account where folded = ?) and m.ended is null
        and (c.is_open <> 0 or s.founder_id is not null)
      order by c.name_key\
      """;

  private static final long ROW_BYTES = 500;

  private final Committer committer;
  private final Readers readers;
  private final Database database;

  SqlKeepsakes(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  private record Item(String name, String content) {}

  private record Owned(AccountName account, String content) {}

  @Override
  public Map<String, String> of(AccountName account) {
    var rows =
        readers.read(
            "what is remembered of an account",
            db ->
                db.all(OF, row -> new Item(row.getString(1), row.getString(2)), account.folded()));
    var found = new LinkedHashMap<String, String>();
    rows.forEach(row -> found.put(row.name(), row.content()));
    return found;
  }

  @Override
  public Map<AccountName, String> all(String item) {
    var rows =
        readers.read(
            "what is remembered of accounts",
            db ->
                db.all(
                    ALL,
                    row -> new Owned(AccountName.trusted(row.getString(1)), row.getString(2)),
                    item));
    var found = new LinkedHashMap<AccountName, String>();
    rows.forEach(row -> found.put(row.account(), row.content()));
    return found;
  }

  @Override
  public void put(AccountName account, String item, String content) {
    committer.commit(
        1,
        ROW_BYTES + content.length(),
        db ->
            db.update(CHANGE, content, account.folded(), item) > 0
                || add(db, account, item, content));
  }

  // Another node may have been faster.
  private boolean add(Db db, AccountName account, String item, String content) throws SQLException {
    try {
      db.attempt(() -> db.update(ADD, item, content, account.folded()));
      return true;
    } catch (SQLException e) {
      if (database.isTaken(e)) {
        return db.update(CHANGE, content, account.folded(), item) > 0;
      }
      throw e;
    }
  }

  @Override
  public void remove(AccountName account, String item) {
    committer.commit(1, ROW_BYTES, db -> db.update(REMOVE, account.folded(), item));
  }

  @Override
  public List<ChannelName> seats(AccountName account) {
    return readers.read(
        "the seats of an account",
        db -> db.all(SEATS, row -> ChannelName.trusted(row.getString(1)), account.folded()));
  }
}
