package chat.salon.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What sessions of this node have asked and nobody has answered yet: when its event turns up in
/// the log, because the owner that stored it died, it is shown to the session as its own. Any
/// thread.
public final class Unanswered {
  private final Set<Request> requests = ConcurrentHashMap.newKeySet();

  /// A request with a key.
  ///
  /// @param party of who asked
  public record Request(ConversationId<?> where, String party, String key, Origin origin) {}

  /// Something is being asked.
  public void add(Request request) {
    requests.add(request);
  }

  /// It is answered, or given up.
  public void remove(Request request) {
    requests.remove(request);
  }

  /// What is asked of a conversation, in no order.
  List<Request> of(ConversationId<?> where) {
    var some = new ArrayList<Request>();
    for (var request : requests) {
      if (request.where().equals(where)) {
        some.add(request);
      }
    }
    return some;
  }
}
