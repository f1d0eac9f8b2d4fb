package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Aftermath;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Previews;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import chat.salon.core.StoreException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The log. Adding belongs to the writer.
final class MessageTable {
  private static final String ADD =
      """
      insert into message
        (conversation_id, id, seq, happened, kind, account_id, nick, username, host, target, body,
         details, least)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private final AccountIds accounts;
  private final Bulk rows = new Bulk();

  MessageTable(AccountIds accounts) {
    this.accounts = accounts;
  }

  /// Takes up the events that are kept, to be added by [#flush]. On the writer's thread.
  void add(Db db, long conversation, List<Event> events) throws SQLException {
    for (var event : events) {
      if (event.isKept()) {
        bind(db, rows.of(db, ADD), conversation, EventRow.of(event));
        rows.add();
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

  private void bind(Db db, PreparedStatement add, long conversation, EventRow row)
      throws SQLException {
    add.setLong(1, conversation);
    add.setLong(2, row.stamp().id());
    add.setLong(3, row.stamp().seq());
    add.setLong(4, row.stamp().time().toEpochMilli());
    add.setInt(5, row.kind().number());
    var name = row.by().account();
    long account = name == null ? 0 : accounts.find(db, name);
    if (account == 0) {
      add.setNull(6, Types.BIGINT);
    } else {
      add.setLong(6, account);
    }
    add.setString(7, row.by().nick().shown());
    add.setString(8, row.by().user());
    add.setString(9, row.by().host());
    add.setString(10, row.target());
    add.setString(11, row.body());
    add.setString(12, row.details().json());
    if (row.least() == 0) {
      add.setNull(13, Types.INTEGER);
    } else {
      add.setInt(13, row.least());
    }
  }

  /// The event of a row; see the columns that [SqlMessageLog] reads.
  static Event event(ResultSet row, ConversationId<?> where) throws SQLException {
    long id = row.getLong(1);
    long edited = row.getLong(12);
    var aftermath =
        row.getLong(13) != 0
            ? Aftermath.REDACTED
            : edited == 0
                ? Aftermath.NONE
                : new Aftermath(Stamps.time(edited), false, Map.of(), Previews.NONE);
    try {
      var details = Details.parse(textOrNull(row, 10));
      var account = textOrNull(row, 4);
      var by =
          EventRow.person(
              text(row, 5),
              text(row, 6),
              text(row, 7),
              account == null ? null : AccountName.trusted(account),
              details);
      return new EventRow(
              new Stamp(id, row.getLong(2)),
              Kind.of(row.getInt(3)),
              by,
              textOrNull(row, 8),
              textOrNull(row, 9),
              details,
              row.getInt(11))
          .event(where, aftermath);
    } catch (RuntimeException e) {
      throw new StoreException("Message " + id + " in the store cannot be read.", e);
    }
  }

  // As bytes: for a text the driver makes a buffer outside of the heap first, which takes longer
  // than all the rest of a column.
  static String text(ResultSet row, int column) throws SQLException {
    return new String(row.getBytes(column), StandardCharsets.UTF_8);
  }

  private static @Nullable String textOrNull(ResultSet row, int column) throws SQLException {
    var utf8 = row.getBytes(column);
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }
}
