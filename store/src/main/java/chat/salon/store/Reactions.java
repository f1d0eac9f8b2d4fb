package chat.salon.store;

import chat.salon.core.Aftermath.Reactor;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who reacted to the messages of a page, read by one statement. Reads only.
final class Reactions {
  private static final String IN_RANGE =
      """
      select message_id, reaction, party, nick from reaction
      where conversation_id = (select id from conversation where name_key = ?)
        and message_id between ? and ?
      order by reaction_id\
      """;

  private Reactions() {}

  private record Reaction(long message, String text, Reactor who) {}

  /// The events of a page with the reactions to its messages.
  static List<Event> with(Db db, ConversationId<?> where, List<Event> events) throws SQLException {
    var messages = events.stream().filter(Said.class::isInstance).toList();
    if (messages.isEmpty()) {
      return events;
    }
    long first = messages.getFirst().stamp().id();
    long last = messages.getLast().stamp().id();
    var found = find(db, where, Math.min(first, last), Math.max(first, last));
    return found.isEmpty() ? events : events.stream().map(event -> with(event, found)).toList();
  }

  private static Map<Long, Map<String, List<Reactor>>> find(
      Db db, ConversationId<?> where, long first, long last) throws SQLException {
    var found = new HashMap<Long, Map<String, List<Reactor>>>();
    for (var reaction : rows(db, where, first, last)) {
      found
          .computeIfAbsent(reaction.message(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(reaction.text(), _ -> new ArrayList<>())
          .add(reaction.who());
    }
    return found;
  }

  private static List<Reaction> rows(Db db, ConversationId<?> where, long first, long last)
      throws SQLException {
    return db.all(
        IN_RANGE,
        row ->
            new Reaction(
                row.getLong(1), row.getString(2), new Reactor(row.getString(3), row.getString(4))),
        where.key(),
        first,
        last);
  }

  private static Event with(Event event, Map<Long, Map<String, List<Reactor>>> found) {
    var reactions = found.get(event.stamp().id());
    if (reactions == null || !(event instanceof Said said)) {
      return event;
    }
    return said.with(
        said.text(), said.aftermath().withReactions(Collections.unmodifiableMap(reactions)));
  }
}
