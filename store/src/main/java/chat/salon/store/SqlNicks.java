package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.port.Nicks;
import java.util.Optional;

/// The nicks that belong to accounts, in SQL.
final class SqlNicks implements Nicks {
  private static final String OWNER =
      """
      select a.name from nick n join account a on a.id = n.account_id where n.folded = ?\
      """;

  private final Readers readers;

  SqlNicks(Readers readers) {
    this.readers = readers;
  }

  @Override
  public Optional<AccountName> owner(Nick nick) {
    return readers.read(
        "a nick",
        db -> db.first(OWNER, row -> AccountName.trusted(row.getString(1)), nick.folded()));
  }
}
