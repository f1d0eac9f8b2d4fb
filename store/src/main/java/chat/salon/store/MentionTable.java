package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.port.Mention;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whom messages mention. Belongs to the writer.
final class MentionTable {
  private static final String ADD =
      """
      insert into mention (account_id, conversation_id, message_id) values (?, ?, ?)\
      """;

  private static final String DROP =
      """
      delete from mention where account_id = ? and conversation_id = ? and message_id = ?\
      """;

  private final AccountIds accounts;
  private final Set<Row> added = new LinkedHashSet<>();
  private final List<Row> dropped = new ArrayList<>();
  private final Bulk additions = new Bulk();
  private final Bulk drops = new Bulk();

  private record Row(Db db, long account, long conversation, long message) {
    void set(PreparedStatement statement) throws SQLException {
      statement.setLong(1, account);
      statement.setLong(2, conversation);
      statement.setLong(3, message);
    }
  }

  MentionTable(AccountIds accounts) {
    this.accounts = accounts;
  }

  /// Takes up the mentions of a batch, to be written by [#flush].
  void add(Db db, long conversation, List<Mention> mentions) throws SQLException {
    for (var mention : mentions) {
      for (var row : rows(db, conversation, mention, mention.former())) {
        added.remove(row);
        dropped.add(row);
      }
      added.addAll(rows(db, conversation, mention, mention.accounts()));
    }
  }

  private List<Row> rows(Db db, long conversation, Mention mention, Set<AccountName> names)
      throws SQLException {
    var rows = new ArrayList<Row>(names.size());
    for (var name : names) {
      long account = accounts.find(db, name);
      if (account != 0) {
        rows.add(new Row(db, account, conversation, mention.id()));
      }
    }
    return rows;
  }

  /// Writes what was taken up since the last time.
  void flush() throws SQLException {
    for (var row : dropped) {
      row.set(drops.of(row.db(), DROP));
      drops.add();
    }
    drops.flush();
    for (var row : added) {
      row.set(additions.of(row.db(), ADD));
      additions.add();
    }
    additions.flush();
    clear();
  }

  private void clear() {
    added.clear();
    dropped.clear();
  }

  /// Drops what was taken up.
  void forget() {
    clear();
    additions.drop();
    drops.drop();
  }
}
