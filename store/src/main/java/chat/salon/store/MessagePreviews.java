package chat.salon.store;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Said;
import chat.salon.core.Previews;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is shown of the pages that the messages of a page of the log link to. Reads only.
final class MessagePreviews {
  private static final String IN_RANGE =
      """
      select message_id, content from message_preview
      where conversation_id = (select id from conversation where name_key = ?)
        and message_id between ? and ?\
      """;

  private MessagePreviews() {}

  private record Row(long message, String content) {}

  /// The events with the previews of messages as they are now: neither more nor less is shown of
  /// what happened to them before.
  static List<Event> with(Db db, ConversationId<?> where, List<Event> events) throws SQLException {
    var ids = new ArrayList<Long>();
    for (var event : events) {
      if (event instanceof Said) {
        ids.add(event.stamp().id());
      } else if (event instanceof Previewed previewed) {
        ids.add(previewed.about().id());
      }
    }
    if (ids.isEmpty()) {
      return events;
    }
    long first = ids.stream().mapToLong(Long::longValue).min().orElse(0);
    long last = ids.stream().mapToLong(Long::longValue).max().orElse(0);
    var found = find(db, where, first, last);
    return found.isEmpty() ? events : events.stream().map(event -> with(event, found)).toList();
  }

  private static Map<Long, Previews> find(Db db, ConversationId<?> where, long first, long last)
      throws SQLException {
    var found = new HashMap<Long, Previews>();
    for (var row :
        db.all(
            IN_RANGE,
            row -> new Row(row.getLong(1), MessageTable.text(row, 2)),
            where.key(),
            first,
            last)) {
      found.put(row.message(), PreviewText.read(row.content()));
    }
    return found;
  }

  private static Event with(Event event, Map<Long, Previews> found) {
    return switch (event) {
      case Said said when found.containsKey(said.stamp().id()) ->
          said.with(said.text(), said.aftermath().previewed(found.get(said.stamp().id())));
      case Previewed(var stamp, var where, var by, var about, _)
          when found.containsKey(about.id()) ->
          new Previewed(stamp, where, by, about, found.get(about.id()));
      default -> event;
    };
  }
}
