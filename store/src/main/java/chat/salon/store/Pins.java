package chat.salon.store;

import chat.salon.core.ConversationId;
import chat.salon.core.Event.Said;
import chat.salon.core.Pin;
import chat.salon.core.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The pinned messages of a conversation. Reads only.
final class Pins {
  private static final String NEWEST_FIRST =
      """
      select m.id, m.seq, m.kind, a.name, m.nick, m.username, m.host, m.target, m.body, m.details,
        m.least, m.edited, m.redacted, p.nick as pinned_by, p.pin_id
      from pin p
      join message m on m.conversation_id = p.conversation_id and m.id = p.message_id
      join message e on e.conversation_id = p.conversation_id and e.id = p.pin_id
      left join account a on a.id = m.account_id
      left join account o on o.folded = ?
      where p.conversation_id = (select id from conversation where name_key = ?)
        and p.message_id >= ?
        and (m.least is null or m.least >= ? or m.account_id = o.id)
        and (e.least is null or e.least >= ? or e.account_id = o.id)
      order by p.pin_id desc\
      """;

  private Pins() {}

  /// @param lowest of the ranks for which a message may be
  /// @param own the folded name of the account that reads what it said or pinned itself
  static List<Pin> of(Db db, ConversationId<?> where, long from, int lowest, String own)
      throws SQLException {
    return db.all(NEWEST_FIRST, row -> pin(row, where), own, where.key(), from, lowest, lowest);
  }

  private static Pin pin(ResultSet row, ConversationId<?> where) throws SQLException {
    return new Pin(
        (Said) MessageTable.event(row, where),
        row.getString("pinned_by"),
        Stamps.time(row.getLong("pin_id")));
  }
}
