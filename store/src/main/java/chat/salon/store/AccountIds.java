package chat.salon.store;

import chat.salon.core.AccountName;
import java.sql.SQLException;

/// The row numbers of accounts. Belongs to the writer.
final class AccountIds {
  private static final String FIND =
      """
      select id from account where folded = ?\
      """;

  private final Known<AccountName> known = new Known<>();

  /// 0 when there is no such account.
  long find(Db db, AccountName name) throws SQLException {
    long id = known.find(name);
    if (id == 0) {
      id = db.first(FIND, row -> row.getLong(1), name.folded()).orElse(0L);
      if (id != 0) {
        known.put(name, id);
      }
    }
    return id;
  }

  void forget() {
    known.forget();
  }
}
