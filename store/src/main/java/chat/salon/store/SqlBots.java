package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.account.Bot;
import chat.salon.core.account.Bots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The bots in SQL. Changes go through the one writer, like everything.
final class SqlBots implements Bots {
  private static final String ADD =
      """
      insert into bot (account_id, owner_id, created) values (?, ?, ?)\
      """;

  private static final String FIND =
      """
      select a.name, o.name, b.created
      from bot b join account a on a.id = b.account_id join account o on o.id = b.owner_id
      where a.folded = ? and b.retired is null\
      """;

  private static final String OF_OWNER =
      """
      select a.name, o.name, b.created
      from bot b join account a on a.id = b.account_id join account o on o.id = b.owner_id
      where o.folded = ? and b.retired is null order by a.folded\
      """;

  private static final String RETIRE =
      """
      update bot set retired = ? where account_id = ? and retired is null\
      """;

  // Held by the transaction, so that of two nodes one counts after the other has made its own.
  private static final String LOCK_OWNER =
      """
      update account set created = created where id = ?\
      """;

  private static final int ROWS = 4;
  private static final long BYTES = 1000;

  private final Committer committer;
  private final Readers readers;
  private final Database database;
  private final AccountIds accounts = new AccountIds();

  SqlBots(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public Made create(Bot bot, int most) {
    return committer.commit(
        ROWS,
        BYTES,
        db -> {
          long owner = accounts.find(db, bot.owner());
          db.update(LOCK_OWNER, owner);
          if (db.all(OF_OWNER, SqlBots::bot, bot.owner().folded()).size() >= most) {
            return Made.TOO_MANY;
          }
          try {
            db.attempt(() -> add(db, bot, owner));
          } catch (SQLException e) {
            if (database.isTaken(e)) {
              return Made.TAKEN;
            }
            throw e;
          }
          return Made.MADE;
        });
  }

  private static void add(Db db, Bot bot, long owner) throws SQLException {
    long id = SqlAccounts.add(db, bot.name(), null, bot.created());
    db.update(ADD, id, owner, bot.created().toEpochMilli());
  }

  @Override
  public Optional<Bot> find(AccountName name) {
    return readers.read("a bot", db -> db.first(FIND, SqlBots::bot, name.folded()));
  }

  @Override
  public List<Bot> of(AccountName owner) {
    return readers.read("bots", db -> db.all(OF_OWNER, SqlBots::bot, owner.folded()));
  }

  @Override
  public boolean retire(AccountName name, Instant when) {
    return committer.commit(
        1, BYTES, db -> db.update(RETIRE, when.toEpochMilli(), accounts.find(db, name)) > 0);
  }

  private static Bot bot(ResultSet row) throws SQLException {
    return new Bot(
        AccountName.trusted(row.getString(1)),
        AccountName.trusted(row.getString(2)),
        Instant.ofEpochMilli(row.getLong(3)));
  }
}
