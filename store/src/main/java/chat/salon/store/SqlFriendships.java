package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.account.Friendships;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Friends in SQL, one row for each pair. Each change names what it begins from, so that of two at
/// the same moment, from any node, one finds it gone.
final class SqlFriendships implements Friendships {
  private static final String OF =
      """
      select a.name, f.asker_id, f.since, me.id
      from account me
      join friendship f on f.first_id = me.id or f.second_id = me.id
      join account a on a.id = case when f.first_id = me.id then f.second_id else f.first_id end
      where me.folded = ? order by f.since desc, a.folded\
      """;

  private static final String FIND =
      """
      select asker_id from friendship where first_id = ? and second_id = ?\
      """;

  private static final String ASK =
      """
      insert into friendship (first_id, second_id, asker_id, since) values (?, ?, ?, ?)\
      """;

  private static final String ACCEPT =
      """
      update friendship set asker_id = null, since = ?
      where first_id = ? and second_id = ? and asker_id = ?\
      """;

  private static final String DISMISS =
      """
      delete from friendship where first_id = ? and second_id = ? and asker_id = ?\
      """;

  private static final String PART =
      """
      delete from friendship where first_id = ? and second_id = ? and asker_id is null\
      """;

  private static final String END =
      """
      delete from friendship where first_id = ? and second_id = ?\
      """;

  private static final String BLOCKED =
      """
      select a.name from blocking b join account a on a.id = b.blocked_id
      where b.account_id = (select id from account where folded = ?)
      order by b.since desc, a.folded\
      """;

  private static final String BLOCK =
      """
      insert into blocking (account_id, blocked_id, since) values (?, ?, ?)\
      """;

  private static final String UNBLOCK =
      """
      delete from blocking where account_id = ? and blocked_id = ?\
      """;

  private static final long BYTES = 200;

  private final Committer committer;
  private final Readers readers;
  private final Database database;
  private final AccountIds accounts = new AccountIds();

  /// Two accounts, of which the first asks.
  private record Two(long one, long other) {
    boolean areThere() {
      return one != 0 && other != 0 && one != other;
    }

    long first() {
      return Math.min(one, other);
    }

    long second() {
      return Math.max(one, other);
    }
  }

  private interface Change {
    boolean make(Db db, Two two) throws SQLException;
  }

  SqlFriendships(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public List<Friendship> of(AccountName account) {
    return readers.read(
        "friends",
        db ->
            db.all(
                OF,
                row ->
                    new Friendship(
                        AccountName.trusted(row.getString(1)),
                        bond(row.getLong(2), row.getLong(4)),
                        Instant.ofEpochMilli(row.getLong(3))),
                account.folded()));
  }

  // Nobody has the id 0, which is what a null is read as.
  private static Bond bond(long asker, long me) {
    return asker == 0 ? Bond.FRIENDS : asker == me ? Bond.ASKED : Bond.ASKS;
  }

  @Override
  public Optional<Step> ask(AccountName by, AccountName to, Instant when) {
    return committer.commit(
        1,
        BYTES,
        db -> {
          var two = two(db, by, to);
          return two.areThere() ? Optional.of(ask(db, two, when)) : Optional.<Step>empty();
        });
  }

  private Step ask(Db db, Two two, Instant when) throws SQLException {
    if (accept(db, two, when)) {
      return new Step(Bond.ASKS, Bond.FRIENDS);
    }
    long since = when.toEpochMilli();
    if (isNew(db, () -> db.update(ASK, two.first(), two.second(), two.one(), since))) {
      return new Step(Bond.NONE, Bond.ASKED);
    }
    if (accept(db, two, when)) { // they asked from another node, at this moment
      return new Step(Bond.ASKS, Bond.FRIENDS);
    }
    var now =
        db.first(FIND, row -> bond(row.getLong(1), two.one()), two.first(), two.second())
            .orElse(Bond.NONE);
    return new Step(now, now);
  }

  @Override
  public boolean accept(AccountName by, AccountName asker, Instant when) {
    return change(by, asker, (db, two) -> accept(db, two, when));
  }

  private static boolean accept(Db db, Two two, Instant when) throws SQLException {
    return db.update(ACCEPT, when.toEpochMilli(), two.first(), two.second(), two.other()) > 0;
  }

  @Override
  public boolean dismiss(AccountName asker, AccountName asked) {
    return change(
        asker, asked, (db, two) -> db.update(DISMISS, two.first(), two.second(), two.one()) > 0);
  }

  @Override
  public boolean part(AccountName by, AccountName friend) {
    return change(by, friend, (db, two) -> db.update(PART, two.first(), two.second()) > 0);
  }

  @Override
  public List<AccountName> blockedBy(AccountName account) {
    return readers.read(
        "blocked accounts",
        db -> db.all(BLOCKED, row -> AccountName.trusted(row.getString(1)), account.folded()));
  }

  @Override
  public boolean block(AccountName by, AccountName whom, Instant when) {
    return change(
        by,
        whom,
        (db, two) -> {
          db.update(END, two.first(), two.second());
          return isNew(db, () -> db.update(BLOCK, two.one(), two.other(), when.toEpochMilli()));
        });
  }

  @Override
  public boolean unblock(AccountName by, AccountName whom) {
    return change(by, whom, (db, two) -> db.update(UNBLOCK, two.one(), two.other()) > 0);
  }

  private boolean change(AccountName by, AccountName other, Change change) {
    return committer.commit(
        1,
        BYTES,
        db -> {
          var two = two(db, by, other);
          return two.areThere() && change.make(db, two);
        });
  }

  private boolean isNew(Db db, Db.Change insert) throws SQLException {
    try {
      db.attempt(insert);
      return true;
    } catch (SQLException e) {
      if (database.isTaken(e)) {
        return false;
      }
      throw e;
    }
  }

  private Two two(Db db, AccountName by, AccountName other) throws SQLException {
    return new Two(accounts.find(db, by), accounts.find(db, other));
  }
}
