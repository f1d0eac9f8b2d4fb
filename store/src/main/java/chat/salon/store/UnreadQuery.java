package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Flag;
import chat.salon.core.Pair;
import chat.salon.core.Stamps;
import chat.salon.core.port.Overview;
import chat.salon.core.port.Page;
import chat.salon.core.port.Unread;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One conversation as an account has it.
///
/// @param account its row; 0 for a guest
/// @param from after this id things are new: it has been read, or was before the account came
/// @param readable the id from which it may be read
record UnreadQuery(
    long account, long conversation, long seq, long marker, long from, long readable) {
  static final Unread NOTHING = new Unread(0, 0, 0, 0);

  private static final String ACCOUNT =
      """
      select id from account where folded = ?\
      """;

  private static final String FIND =
      """
      select c.id, c.last_seq, c.opened_id, coalesce(r.message_id, 0) as marker,
        coalesce(s.opened_id, c.opened_id) as first_opened, coalesce(s.since, 0) as since,
        coalesce(ch.flags, '') as flags
      from conversation c
      left join read_marker r on r.conversation_id = c.id and r.account_id = ?
      left join membership s on s.conversation_id = c.id and s.account_id = ?
      left join channel ch on ch.conversation_id = c.id
      where c.name_key = ?\
      """;

  // As many rows are read as there are new messages, or as are asked for.
  private static final String UNREAD =
      """
      select count(*) as messages, coalesce(min(n.id), 0) as first_id
      from (
        select m.id from message m
        where m.conversation_id = ? and m.id > ? and m.kind <= 2 and m.least is null
          and m.redacted is null and (m.account_id is null or m.account_id <> ?)
        order by m.id limit ?) n\
      """;

  private static final String MENTIONS =
      """
      select count(*)
      from (
        select t.message_id from mention t
        join message m on m.conversation_id = t.conversation_id and m.id = t.message_id
        where t.account_id = ? and t.conversation_id = ? and t.message_id > ?
          and m.redacted is null
        order by t.message_id limit ?) n\
      """;

  /// Empty when nothing ever happened there.
  static Optional<UnreadQuery> of(Db db, @Nullable AccountName name, ConversationId<?> where)
      throws SQLException {
    long account =
        name == null ? 0 : db.first(ACCOUNT, row -> row.getLong(1), name.folded()).orElse(0L);
    return db.first(FIND, row -> read(row, account, where), account, account, where.key());
  }

  private static UnreadQuery read(ResultSet row, long account, ConversationId<?> where)
      throws SQLException {
    long marker = row.getLong("marker");
    long came = where instanceof Pair ? 0 : Stamps.at(Instant.ofEpochMilli(row.getLong("since")));
    if (where instanceof ChannelName name && name.isGroup()) {
      long added = row.getLong("first_opened");
      return new UnreadQuery(
          account,
          row.getLong("id"),
          row.getLong("last_seq"),
          marker,
          Math.max(marker, added - 1),
          added);
    }
    long opened = Math.min(row.getLong("opened_id"), row.getLong("first_opened"));
    boolean isFromJoining = ChannelTable.flags(row.getString("flags")).contains(Flag.FROM_JOINING);
    return new UnreadQuery(
        account,
        row.getLong("id"),
        row.getLong("last_seq"),
        marker,
        Math.max(marker, came - 1),
        isFromJoining ? Math.max(opened, came) : opened);
  }

  private record Counted(int messages, long first) {}

  Unread unread(Db db, int most) throws SQLException {
    if (account == 0) {
      return NOTHING;
    }
    var counted =
        db.one(
            UNREAD,
            row -> new Counted(row.getInt(1), row.getLong(2)),
            conversation,
            from,
            account,
            most);
    int mentions = db.one(MENTIONS, row -> row.getInt(1), account, conversation, from, most);
    return new Unread(marker, counted.messages(), mentions, counted.first());
  }

  /// @param least an id below which it may not be read
  Overview overview(
      Db db, @Nullable AccountName name, ConversationId<?> where, int most, long least)
      throws SQLException {
    long above = Math.max(readable, least) - 1;
    var page = new Page(where, above, Long.MAX_VALUE, 1, true, true, null);
    var newest = SqlMessageLog.read(db, where instanceof Pair ? page.withOwn(name) : page);
    return new Overview(where, seq, unread(db, most), newest.isEmpty() ? null : newest.getFirst());
  }
}
