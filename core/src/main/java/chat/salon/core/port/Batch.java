package chat.salon.core.port;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one turn of a conversation's owner asks the store to keep, all of it or nothing.
///
/// @param head how far the conversation has come with these events
/// @param events in order; those that are not kept are there for what they change of memberships
/// @param after the channel as it then is, when anything but the log changed; null otherwise
/// @param keyed those of the events that are to be found by a key
/// @param mentions whom those of the events mention that mention somebody
public record Batch(
    ConversationId<?> where,
    Head head,
    List<Event> events,
    @Nullable StoredChannel after,
    List<Keyed> keyed,
    List<Mention> mentions) {

  /// Without keys and mentions.
  public Batch(
      ConversationId<?> where, Head head, List<Event> events, @Nullable StoredChannel after) {
    this(where, head, events, after, List.of(), List.of());
  }
}
