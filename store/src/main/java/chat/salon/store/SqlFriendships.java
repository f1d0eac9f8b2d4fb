package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.account.Friendships;
import chat.salon.store.AccountPairs.Two;
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
      where me.folded = ? and not exists (
        select 1 from blocking b where b.account_id = me.id and b.blocked_id = f.asker_id)
      order by f.since desc, a.folded\
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

  private static final String REMEMBER =
      """
      insert into friend_question (asked_at, asker_id, asked_id) values (?, ?, ?)\
      """;

  private static final String REMEMBER_ANEW =
      """
      update friend_question set asked_at = ? where asker_id = ? and asked_id = ?\
      """;

  private static final String REFUSE =
      """
      update friend_question set refused_at = ? where asker_id = ? and asked_id = ?\
      """;

  private static final String REFUSED =
      """
      select refused_at from friend_question
      where asker_id = (select id from account where folded = ?)
        and asked_id = (select id from account where folded = ?) and refused_at is not null\
      """;

  private static final String TALLY =
      """
      select
        (select count(*) from friendship where first_id = a.id or second_id = a.id) as friends,
        (select count(*) from friendship where asker_id = a.id) as open_questions,
        (select count(*) from friend_question where asker_id = a.id and asked_at > ?) as recent
      from account a where a.folded = ?\
      """;

  private final Readers readers;
  private final AccountPairs pairs;

  SqlFriendships(Committer committer, Readers readers, Database database) {
    this.readers = readers;
    this.pairs = new AccountPairs(committer, database);
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
    return pairs.change(by, to, (db, two) -> ask(db, two, when));
  }

  private Step ask(Db db, Two two, Instant when) throws SQLException {
    if (accept(db, two, when)) {
      return new Step(Bond.ASKS, Bond.FRIENDS);
    }
    long since = when.toEpochMilli();
    if (pairs.isNew(db, () -> db.update(ASK, two.first(), two.second(), two.one(), since))) {
      if (db.update(REMEMBER_ANEW, since, two.one(), two.other()) == 0) {
        db.update(REMEMBER, since, two.one(), two.other());
      }
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
    return pairs.did(by, asker, (db, two) -> accept(db, two, when));
  }

  private static boolean accept(Db db, Two two, Instant when) throws SQLException {
    return db.update(ACCEPT, when.toEpochMilli(), two.first(), two.second(), two.other()) > 0;
  }

  @Override
  public boolean refuse(AccountName by, AccountName asker, Instant when) {
    return pairs.did(
        asker,
        by,
        (db, two) ->
            dismiss(db, two) && db.update(REFUSE, when.toEpochMilli(), two.one(), two.other()) > 0);
  }

  @Override
  public boolean withdraw(AccountName by, AccountName asked) {
    return pairs.did(by, asked, SqlFriendships::dismiss);
  }

  private static boolean dismiss(Db db, Two two) throws SQLException {
    return db.update(DISMISS, two.first(), two.second(), two.one()) > 0;
  }

  @Override
  public boolean part(AccountName by, AccountName friend) {
    return pairs.did(by, friend, (db, two) -> db.update(PART, two.first(), two.second()) > 0);
  }

  @Override
  public Optional<Instant> refused(AccountName asker, AccountName by) {
    return readers.read(
        "a refused question",
        db ->
            db.first(
                REFUSED, row -> Instant.ofEpochMilli(row.getLong(1)), asker.folded(), by.folded()));
  }

  @Override
  public Tally tally(AccountName account, Instant since) {
    return readers.read(
        "how many friends",
        db ->
            db.first(
                    TALLY,
                    row -> new Tally(row.getInt(1), row.getInt(2), row.getInt(3)),
                    since.toEpochMilli(),
                    account.folded())
                .orElse(new Tally(0, 0, 0)));
  }
}
