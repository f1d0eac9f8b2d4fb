package chat.salon.store;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.store.search.IndexedMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The log as an index follows it: what came to a conversation since, in order.
final class IndexedLog {
  private static final String HEADS =
      """
      select id, name_key, last_id from conversation where last_id > 0\
      """;

  private static final String HEAD =
      """
      select id, name_key, last_id from conversation where name_key = ? and last_id > 0\
      """;

  private static final String SINCE =
      """
      select m.id, m.kind, a.folded, m.nick, m.body, m.details, m.least, m.redacted
      from message m left join account a on a.id = m.account_id
      where m.conversation_id = ? and m.id > ? and m.id <= ?
        and m.kind in (1, 2, 11, 12, 13, 14)
      order by m.id limit ?\
      """;

  private static final String ONE =
      """
      select m.id, m.kind, a.folded, m.nick, m.body, m.details, m.least, m.redacted
      from message m left join account a on a.id = m.account_id
      where m.conversation_id = ? and m.id = ?\
      """;

  private static final String REACTION =
      """
      select reaction_id from reaction where conversation_id = ? and message_id = ? limit 1\
      """;

  private final Readers readers;

  IndexedLog(Readers readers) {
    this.readers = readers;
  }

  /// How far a conversation has come. All that was stored up to its last id is there.
  ///
  /// @param number in the database
  record Reached(long number, ConversationId<?> where, long lastId) {}

  /// Something that an index has to do.
  ///
  /// @param id of the message
  /// @param message as it is now; null when it is not to be found any more
  /// @param isNew whether it was said just then, so that the index has nothing of it
  record Change(long id, @Nullable IndexedMessage message, boolean isNew) {}

  /// What came to a conversation.
  ///
  /// @param upTo the id up to which it was read
  record Changes(List<Change> changes, long upTo) {}

  /// All conversations in which something ever happened.
  List<Reached> all() {
    return readers.read("conversations to index", db -> db.all(HEADS, IndexedLog::reached));
  }

  Optional<Reached> find(ConversationId<?> where) {
    return readers.read(
        "a conversation to index", db -> db.first(HEAD, IndexedLog::reached, where.key()));
  }

  private static Reached reached(ResultSet row) throws SQLException {
    var key = row.getString(2);
    ConversationId<?> where =
        key.startsWith("#") ? ChannelName.trusted(key) : SqlMessageLog.pair(key);
    return new Reached(row.getLong(1), where, row.getLong(3));
  }

  /// What came after an id, in order.
  ///
  /// @param limit so many rows at most
  Changes since(Reached reached, long above, int limit) {
    return readers.read(
        "messages to index",
        db -> {
          var rows = db.all(SINCE, Row::read, reached.number(), above, reached.lastId(), limit);
          var changes = new ArrayList<Change>();
          for (var row : rows) {
            changes.add(change(db, reached, row));
          }
          boolean isAll = rows.size() < limit;
          return new Changes(changes, isAll ? reached.lastId() : rows.getLast().id());
        });
  }

  private static Change change(Db db, Reached reached, Row row) throws SQLException {
    if (row.isSaid()) {
      return new Change(row.id(), row.message(reached.where(), false), true);
    }
    long about = Objects.requireNonNullElse(Details.parse(row.details()).about(), 0L);
    var said = db.first(ONE, Row::read, reached.number(), about);
    boolean hasReaction =
        db.first(REACTION, each -> each.getLong(1), reached.number(), about).isPresent();
    return new Change(
        about, said.map(each -> each.message(reached.where(), hasReaction)).orElse(null), false);
  }

  /// A row of the log.
  private record Row(
      long id,
      int kind,
      @Nullable String account,
      String nick,
      @Nullable String body,
      @Nullable String details,
      int least,
      boolean isRedacted) {

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getLong(1),
          row.getInt(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getInt(7),
          row.getLong(8) != 0);
    }

    boolean isSaid() {
      return kind <= Kind.NOTICE.number();
    }

    @Nullable IndexedMessage message(ConversationId<?> where, boolean hasReaction) {
      if (isRedacted || body == null) {
        return null;
      }
      var names =
          Stream.of(chat.salon.core.Fold.name(nick), account)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      return new IndexedMessage(id, where, names, least, hasReaction, body);
    }
  }
}
