package chat.salon.web;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.MarkedRead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Events of which one session is still to be told more: of each kind the last in each
/// conversation, so that they are never more than the session has conversations. Any thread.
final class Sequels {
  private final Map<Key, Event> waiting = new LinkedHashMap<>();

  private record Key(Class<? extends Event> kind, ConversationId<?> where) {
    static Key of(Event event) {
      return new Key(
          event.getClass(), event instanceof MarkedRead read ? read.read() : event.where());
    }
  }

  /// Takes one up.
  ///
  /// @return whether it is the first since they were taken out
  synchronized boolean add(Event event) {
    boolean isFirst = waiting.isEmpty();
    waiting.put(Key.of(event), event);
    return isFirst;
  }

  /// Takes all of them out.
  synchronized List<Event> take() {
    var all = List.copyOf(waiting.values());
    waiting.clear();
    return all;
  }
}
