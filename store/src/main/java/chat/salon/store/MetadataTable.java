package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Metadata;
import chat.salon.core.port.Batch;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What accounts and channels say of themselves. A row for each key.
final class MetadataTable {
  private static final String CLEAR_CHANNEL =
      """
      delete from channel_metadata where conversation_id = ?\
      """;

  private static final String REMOVE_OF_CHANNEL =
      """
      delete from channel_metadata where conversation_id = ? and name = ?\
      """;

  private static final String ADD_TO_CHANNEL =
      """
      insert into channel_metadata (conversation_id, name, content) values (?, ?, ?)\
      """;

  private static final String OF_CHANNEL =
      """
      select name, content from channel_metadata where conversation_id = ?\
      """;

  private static final String REMOVE_OF_ACCOUNT =
      """
      delete from account_metadata
      where account_id = (select id from account where folded = ?) and name = ?\
      """;

  private static final String ADD_TO_ACCOUNT =
      """
      insert into account_metadata (account_id, name, content)
      select id, ?, ? from account where folded = ?\
      """;

  private static final String OF_ACCOUNT =
      """
      select name, content from account_metadata
      where account_id = (select id from account where folded = ?)\
      """;

  private MetadataTable() {}

  /// Makes the keys of a channel what they are after a batch.
  static void write(Db db, long conversation, Batch batch) throws SQLException {
    if (!batch.head().isOpen()) {
      db.update(CLEAR_CHANNEL, conversation);
      return;
    }
    for (var event : batch.events()) {
      if (event instanceof MetadataSet(_, _, _, var key, var value)) {
        db.update(REMOVE_OF_CHANNEL, conversation, key);
        if (value != null) {
          db.update(ADD_TO_CHANNEL, conversation, key, value);
        }
      }
    }
  }

  static Metadata ofChannel(Db db, long conversation) throws SQLException {
    return metadata(
        db.all(OF_CHANNEL, row -> entry(row.getString(1), row.getString(2)), conversation));
  }

  static Metadata ofAccount(Db db, AccountName account) throws SQLException {
    return metadata(
        db.all(OF_ACCOUNT, row -> entry(row.getString(1), row.getString(2)), account.folded()));
  }

  /// @param value null for nothing
  static void write(Db db, AccountName account, String key, @Nullable String value)
      throws SQLException {
    db.update(REMOVE_OF_ACCOUNT, account.folded(), key);
    if (value != null) {
      db.update(ADD_TO_ACCOUNT, key, value, account.folded());
    }
  }

  private static Map.Entry<String, String> entry(String key, String value) {
    return Map.entry(key, value);
  }

  private static Metadata metadata(List<Map.Entry<String, String>> rows) {
    var values = new TreeMap<String, String>();
    rows.forEach(row -> values.put(row.getKey(), row.getValue()));
    return values.isEmpty() ? Metadata.NONE : new Metadata(values);
  }
}
