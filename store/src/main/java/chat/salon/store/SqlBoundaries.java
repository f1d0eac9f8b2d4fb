package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Privacy;
import chat.salon.core.account.Privacy.Circle;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Blocked accounts and privacy in SQL.
final class SqlBoundaries implements Boundaries {
  private static final String BLOCKED =
      """
      select a.name from blocking b join account a on a.id = b.blocked_id
      where b.account_id = (select id from account where folded = ?)
      order by b.since desc, a.folded\
      """;

  private static final String BLOCKERS =
      """
      select a.name from blocking b join account a on a.id = b.account_id
      where b.blocked_id = (select id from account where folded = ?)\
      """;

  private static final String END_FRIENDSHIP =
      """
      delete from friendship where first_id = ? and second_id = ?\
      """;

  private static final String BLOCK =
      """
      insert into blocking (account_id, blocked_id, since) values (?, ?, ?)\
      """;

  private static final String UNBLOCK =
      """
      delete from blocking where account_id = ? and blocked_id = ?\
      """;

  private static final String PRIVACY =
      """
      select write_circle, add_circle, see_circle from privacy
      where account_id = (select id from account where folded = ?)\
      """;

  private static final String REPLACE_PRIVACY =
      """
      update privacy set write_circle = ?, add_circle = ?, see_circle = ?
      where account_id = (select id from account where folded = ?)\
      """;

  private static final String ADD_PRIVACY =
      """
      insert into privacy (write_circle, add_circle, see_circle, account_id)
      select ?, ?, ?, id from account where folded = ?\
      """;

  private static final String HEEDED =
      """
      select a.name from correspondent c join account a on a.id = c.other_id
      where c.account_id = (select id from account where folded = ?)\
      """;

  private static final String HEED =
      """
      insert into correspondent (account_id, other_id) values (?, ?)\
      """;

  private static final String HEED_ALL =
      """
      insert into correspondent (account_id, other_id)
      select distinct me.id, o.id
      from account me
      join private_party p on p.party = me.folded
      join private_party q on q.conversation_id = p.conversation_id and q.party <> p.party
      join account o on o.folded = q.party
      where me.folded = ? and not exists (
        select 1 from correspondent c where c.account_id = me.id and c.other_id = o.id)\
      """;

  private static final long BYTES = 1000;

  private final Committer committer;
  private final Readers readers;
  private final AccountPairs pairs;

  SqlBoundaries(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.pairs = new AccountPairs(committer, database);
  }

  @Override
  public List<AccountName> blockedBy(AccountName account) {
    return names("blocked accounts", BLOCKED, account);
  }

  @Override
  public List<AccountName> blockersOf(AccountName account) {
    return names("who blocked an account", BLOCKERS, account);
  }

  private List<AccountName> names(
      String what, @CompileTimeConstant final String sql, AccountName account) {
    return readers.read(
        what, db -> db.all(sql, row -> AccountName.trusted(row.getString(1)), account.folded()));
  }

  @Override
  public boolean block(AccountName by, AccountName whom, Instant when) {
    return pairs.did(
        by,
        whom,
        (db, two) -> {
          db.update(END_FRIENDSHIP, two.first(), two.second());
          return pairs.isNew(
              db, () -> db.update(BLOCK, two.one(), two.other(), when.toEpochMilli()));
        });
  }

  @Override
  public boolean unblock(AccountName by, AccountName whom) {
    return pairs.did(by, whom, (db, two) -> db.update(UNBLOCK, two.one(), two.other()) > 0);
  }

  @Override
  public Privacy privacy(AccountName account) {
    return readers.read("privacy", db -> privacy(db, account));
  }

  private static Privacy privacy(Db db, AccountName account) throws SQLException {
    return db.first(
            PRIVACY,
            row ->
                new Privacy(
                    Circle.valueOf(row.getString(1)),
                    Circle.valueOf(row.getString(2)),
                    Circle.valueOf(row.getString(3))),
            account.folded())
        .orElse(Privacy.OPEN);
  }

  @Override
  public void setPrivacy(AccountName account, Privacy privacy) {
    committer.commit(
        1,
        BYTES,
        db -> {
          if (privacy(db, account).write() == Circle.EVERYONE) {
            db.update(HEED_ALL, account.folded());
          }
          if (!replace(db, account, privacy)) {
            pairs.isNew(db, () -> add(db, account, privacy));
            replace(db, account, privacy);
          }
          return true;
        });
  }

  private static boolean replace(Db db, AccountName account, Privacy privacy) throws SQLException {
    return db.update(
            REPLACE_PRIVACY,
            privacy.write().name(),
            privacy.add().name(),
            privacy.see().name(),
            account.folded())
        > 0;
  }

  private static void add(Db db, AccountName account, Privacy privacy) throws SQLException {
    db.update(
        ADD_PRIVACY,
        privacy.write().name(),
        privacy.add().name(),
        privacy.see().name(),
        account.folded());
  }

  @Override
  public List<AccountName> heededBy(AccountName account) {
    return names("whom an account wants to hear", HEEDED, account);
  }

  @Override
  public boolean heed(AccountName by, AccountName whom) {
    return pairs.did(
        by, whom, (db, two) -> pairs.isNew(db, () -> db.update(HEED, two.one(), two.other())));
  }
}
