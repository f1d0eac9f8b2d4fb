package chat.salon.store;

import chat.salon.core.AccountName;
import java.sql.SQLException;
import java.util.Optional;

/// Changes what is between two accounts, each in a transaction of its own.
final class AccountPairs {
  private static final long BYTES = 200;

  private final Committer committer;
  private final Database database;
  private final AccountIds accounts = new AccountIds(); // on the committer's thread only

  /// The rows of two accounts, of which the first does something.
  record Two(long one, long other) {
    private boolean areThere() {
      return one != 0 && other != 0 && one != other;
    }

    long first() {
      return Math.min(one, other);
    }

    long second() {
      return Math.max(one, other);
    }
  }

  interface Change<R> {
    R make(Db db, Two two) throws SQLException;
  }

  AccountPairs(Committer committer, Database database) {
    this.committer = committer;
    this.database = database;
  }

  /// Empty when one of them is not there, or both are one.
  <R> Optional<R> change(AccountName by, AccountName other, Change<R> change) {
    return committer.commit(
        1,
        BYTES,
        db -> {
          var two = new Two(accounts.find(db, by), accounts.find(db, other));
          return two.areThere() ? Optional.of(change.make(db, two)) : Optional.<R>empty();
        });
  }

  boolean did(AccountName by, AccountName other, Change<Boolean> change) {
    return change(by, other, change).orElse(false);
  }

  /// Adds a row; false when it was there.
  boolean isNew(Db db, Db.Change insert) throws SQLException {
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
}
