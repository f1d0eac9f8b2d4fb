package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.account.Vhosts;
import chat.salon.core.protect.Deed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The hosts that accounts were given, in SQL.
final class SqlVhosts implements Vhosts {
  private static final String FIND =
      """
      select a.name, v.host, v.is_on, v.asked, v.asked_at
      from vhost v join account a on a.id = v.account_id where a.folded = ?\
      """;

  private static final String WAITING =
      """
      select a.name, v.host, v.is_on, v.asked, v.asked_at
      from vhost v join account a on a.id = v.account_id
      where v.asked is not null order by v.asked_at, a.folded limit ?\
      """;

  private static final String COUNT =
      """
      select count(*) from vhost where asked is not null and account_id <> ?\
      """;

  private static final String ADD =
      """
      insert into vhost (account_id, host, is_on, asked, asked_at) values (?, null, 0, null, null)\
      """;

  private static final String IS_THERE =
      """
      select account_id from vhost where account_id = ?\
      """;

  private static final String GIVE =
      """
      update vhost set host = ?, is_on = 1, asked = null, asked_at = null where account_id = ?\
      """;

  private static final String TAKE =
      """
      update vhost set host = null, is_on = 0 where account_id = ? and host is not null\
      """;

  private static final String WEAR =
      """
      update vhost set is_on = ? where account_id = ? and host is not null\
      """;

  private static final String ASK =
      """
      update vhost set asked = ?, asked_at = ? where account_id = ?\
      """;

  private static final String REFUSE =
      """
      update vhost set asked = null, asked_at = null where account_id = ? and asked is not null\
      """;

  private static final String SWEEP =
      """
      delete from vhost where account_id = ? and host is null and asked is null\
      """;

  private static final int ROWS = 3;
  private static final long ROW_BYTES = 1000;

  private final Committer committer;
  private final Readers readers;
  private final AccountIds accounts = new AccountIds();

  SqlVhosts(Committer committer, Readers readers) {
    this.committer = committer;
    this.readers = readers;
  }

  @Override
  public Optional<Vhost> of(AccountName account) {
    return readers.read("a host", db -> db.first(FIND, SqlVhosts::vhost, account.folded()));
  }

  private static Vhost vhost(ResultSet row) throws SQLException {
    var asked = row.getString(4);
    return new Vhost(
        AccountName.trusted(row.getString(1)),
        row.getString(2),
        row.getInt(3) != 0,
        asked,
        asked == null ? null : Instant.ofEpochMilli(row.getLong(5)));
  }

  private interface Change {
    int make(Db db, long account) throws SQLException;
  }

  private boolean change(AccountName account, Change change) {
    return committer.commit(
        ROWS,
        ROW_BYTES,
        db -> {
          AuditTable.lock(db); // two changes of one account at once are made one after the other
          long id = accounts.find(db, account);
          return id != 0 && change.make(db, id) > 0;
        });
  }

  private static void add(Db db, long account) throws SQLException {
    if (db.first(IS_THERE, row -> row.getLong(1), account).isEmpty()) {
      db.update(ADD, account);
    }
  }

  private static int noted(Db db, int changed, Deed deed) throws SQLException {
    if (changed > 0) {
      AuditTable.add(db, deed);
    }
    return changed;
  }

  @Override
  public boolean give(AccountName account, String host, Deed deed) {
    return change(
        account,
        (db, id) -> {
          add(db, id);
          return noted(db, db.update(GIVE, host, id), deed);
        });
  }

  @Override
  public boolean take(AccountName account, Deed deed) {
    return change(
        account,
        (db, id) -> {
          int changed = noted(db, db.update(TAKE, id), deed);
          db.update(SWEEP, id);
          return changed;
        });
  }

  @Override
  public boolean wear(AccountName account, boolean isOn) {
    return change(account, (db, id) -> db.update(WEAR, isOn ? 1 : 0, id));
  }

  @Override
  public boolean ask(AccountName account, String host, Instant when, int most) {
    return change(
        account,
        (db, id) -> {
          if (db.one(COUNT, row -> row.getInt(1), id) >= most) {
            return 0;
          }
          add(db, id);
          return db.update(ASK, host, when.toEpochMilli(), id);
        });
  }

  @Override
  public boolean refuse(AccountName account, Deed deed) {
    return change(
        account,
        (db, id) -> {
          int changed = noted(db, db.update(REFUSE, id), deed);
          db.update(SWEEP, id);
          return changed;
        });
  }

  @Override
  public List<Vhost> waiting(int most) {
    return readers.read("who asks for a host", db -> db.all(WAITING, SqlVhosts::vhost, most));
  }
}
