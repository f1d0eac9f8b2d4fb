package chat.salon.irc;

import chat.salon.core.Person;
import chat.salon.core.PersonId;

/// What the look of an event depends on.
///
/// @param caps that shape events, see [Caps#shaping()]
/// @param id who reads; [PersonId#NONE] for somebody whom the event is not about
/// @param server the name of the server as the reader knows it
public record Reader(Caps caps, PersonId id, String server) {

  /// Somebody whom the event is not about.
  static Reader other(Caps caps, String server) {
    return new Reader(caps, PersonId.NONE, server);
  }

  /// Where a line comes from that somebody caused.
  String source(Person who) {
    return who.isServer() ? server : who.mask();
  }

  boolean has(Cap cap) {
    return caps.has(cap);
  }

  boolean is(PersonId person) {
    return id.equals(person) && !id.equals(PersonId.NONE);
  }
}
