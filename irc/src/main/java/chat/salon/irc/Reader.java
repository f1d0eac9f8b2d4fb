package chat.salon.irc;

import chat.salon.core.PersonId;

/// What the look of an event depends on.
///
/// @param caps that shape events, see [Caps#shaping()]
/// @param id who reads; [PersonId#NONE] for somebody whom the event is not about
public record Reader(Caps caps, PersonId id) {

  /// Somebody whom the event is not about.
  static Reader other(Caps caps) {
    return new Reader(caps, PersonId.NONE);
  }

  boolean has(Cap cap) {
    return caps.has(cap);
  }

  boolean is(PersonId person) {
    return id.equals(person) && !id.equals(PersonId.NONE);
  }
}
