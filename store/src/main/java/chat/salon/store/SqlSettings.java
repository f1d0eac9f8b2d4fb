package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.port.Settings;
import java.sql.SQLException;

/// What the clients of accounts keep, in SQL.
final class SqlSettings implements Settings {
  private static final String FIND =
      """
      select s.content, s.version from account_setting s
      where s.account_id = (select id from account where folded = ?)\
      """;

  private static final String REPLACE =
      """
      update account_setting set content = ?, version = version + 1
      where account_id = (select id from account where folded = ?) and version = ?\
      """;

  private static final String ADD =
      """
      insert into account_setting (account_id, content, version)
      select id, ?, 1 from account where folded = ?\
      """;

  private static final long ROW_BYTES = 1000;

  private final Committer committer;
  private final Readers readers;
  private final Database database;

  SqlSettings(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public Kept find(AccountName account) {
    return readers
        .read(
            "settings",
            db ->
                db.first(FIND, row -> new Kept(row.getString(1), row.getLong(2)), account.folded()))
        .orElse(Kept.NOTHING);
  }

  @Override
  public boolean replace(AccountName account, Kept before, String json) {
    return committer.commit(
        1,
        ROW_BYTES + json.length(),
        db ->
            before.version() == 0
                ? add(db, account, json)
                : db.update(REPLACE, json, account.folded(), before.version()) > 0);
  }

  private boolean add(Db db, AccountName account, String json) throws SQLException {
    try {
      db.attempt(() -> db.update(ADD, json, account.folded()));
      return true;
    } catch (SQLException e) {
      if (database.isTaken(e)) {
        return false;
      }
      throw e;
    }
  }
}
