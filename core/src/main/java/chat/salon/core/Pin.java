package chat.salon.core;

import chat.salon.core.Event.Said;
import java.time.Instant;

/// A message that its conversation keeps in sight.
///
/// @param message as it is now, without its reactions
/// @param by who pinned it, as shown then
/// @param at when they did
public record Pin(Said message, String by, Instant at) {
  /// The id of the message.
  public long id() {
    return message.stamp().id();
  }
}
