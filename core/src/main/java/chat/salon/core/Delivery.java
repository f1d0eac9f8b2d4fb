package chat.salon.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One event on its way to the readers on a node.
///
/// @param origin whose request it was; null when nobody's
/// @param only the people it is for; null for everybody in the conversation
public record Delivery(Event event, @Nullable Origin origin, @Nullable Set<PersonId> only) {

  /// Whether this session asked for it.
  public boolean isFrom(Session session) {
    return origin != null && origin.session() == session.id();
  }
}
