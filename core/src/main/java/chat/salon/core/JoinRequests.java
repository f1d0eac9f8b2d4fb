package chat.salon.core;

import chat.salon.core.Event.Asking;
import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.JoinWithdrawn;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who asked to come into a channel, in the order in which they did. Part of [ChannelState], and
/// changed as that is.
final class JoinRequests {
  private final Map<AccountName, JoinRequest> all;

  JoinRequests(Collection<JoinRequest> requests) {
    all = new LinkedHashMap<>();
    requests.forEach(request -> all.put(request.asker(), request));
  }

  JoinRequests copy() {
    return new JoinRequests(all.values());
  }

  List<JoinRequest> all() {
    return List.copyOf(all.values());
  }

  Optional<JoinRequest> of(@Nullable AccountName asker) {
    return asker == null ? Optional.empty() : Optional.ofNullable(all.get(asker));
  }

  void apply(Asking event) {
    var asker = event.who().account();
    if (asker == null) {
      return;
    }
    switch (event) {
      case JoinAsked(var stamp, _, _, var message) -> {
        all.values().removeIf(request -> request.isOver(stamp.time()));
        all.remove(asker); // the newest come last
        all.put(asker, new JoinRequest(asker, message, stamp.time(), null));
      }
      case JoinWithdrawn _ -> all.remove(asker);
      case JoinAnswered answered ->
          all.computeIfPresent(asker, (_, request) -> request.answered(answered.answer()));
    }
  }

  void clear() {
    all.clear();
  }
}
