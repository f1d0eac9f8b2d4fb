package chat.salon.store;

import chat.salon.core.port.Mention;
import java.sql.SQLException;
import java.util.List;

/// Whom messages mention. Belongs to the writer.
final class MentionTable {
  private static final String ADD =
      """
      insert into mention (account_id, conversation_id, message_id) values (?, ?, ?)\
      """;

  private final AccountIds accounts;
  private final Bulk rows = new Bulk();

  MentionTable(AccountIds accounts) {
    this.accounts = accounts;
  }

  /// Takes up the mentions of a batch, to be added by [#flush].
  void add(Db db, long conversation, List<Mention> mentions) throws SQLException {
    for (var mention : mentions) {
      for (var name : mention.accounts()) {
        long account = accounts.find(db, name);
        if (account != 0) {
          var add = rows.of(db, ADD);
          add.setLong(1, account);
          add.setLong(2, conversation);
          add.setLong(3, mention.id());
          rows.add();
        }
      }
    }
  }

  /// Adds what was taken up since the last time.
  void flush() throws SQLException {
    rows.flush();
  }

  /// Drops what was taken up.
  void forget() {
    rows.drop();
  }
}
