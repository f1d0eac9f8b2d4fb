package chat.salon.core;

import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Pinned;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The messages that one turn of a conversation is asked about: each is read once, and is from then
/// on as it is after what the turn decided. Belongs to that turn; waits for the disk.
final class LookedUp {
  private final ConversationId<?> where;
  private final MessageLog log;
  private final Map<Long, Optional<Said>> messages = new HashMap<>();
  private @Nullable Set<Long> pinned;

  LookedUp(ConversationId<?> where, MessageLog log) {
    this.where = where;
    this.log = log;
  }

  /// A message as it is now; empty when there is none of this id.
  Optional<Said> find(long id) {
    var known = messages.get(id);
    if (known != null) {
      return known;
    }
    var read = read(id);
    messages.put(id, read);
    return read;
  }

  private Optional<Said> read(long id) {
    var page = new Page(where, id - 1, id + 1, 1, true, false, Rank.FOUNDER);
    return log.read(page).stream().filter(Said.class::isInstance).map(Said.class::cast).findAny();
  }

  /// The ids of the messages that are pinned now.
  ///
  /// @param opened see [ConversationState#opened()]
  Set<Long> pinned(long opened) {
    if (pinned == null) {
      pinned =
          log.pins(where, opened, Rank.FOUNDER, null).stream()
              .map(Pin::id)
              .collect(Collectors.toCollection(HashSet::new));
    }
    return pinned;
  }

  /// Something became of a message.
  void apply(Later later) {
    if (pinned != null) {
      pin(pinned, later);
    }
    messages.computeIfPresent(
        later.about().id(), (_, said) -> said.map(before -> before.after(later)));
  }

  private static void pin(Set<Long> pinned, Later later) {
    long id = later.about().id();
    switch (later) {
      case Pinned(_, _, _, _, var on) when on -> pinned.add(id);
      case Pinned _, Redacted _ -> pinned.remove(id);
      case Edited _, Reacted _, Previewed _ -> {}
    }
  }
}
