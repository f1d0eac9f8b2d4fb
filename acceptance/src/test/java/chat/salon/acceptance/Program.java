package chat.salon.acceptance;

import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.IdempotencyKey;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Presence;
import chat.salon.core.Salon;
import chat.salon.core.Session;
import chat.salon.core.port.Page;
import chat.salon.core.request.Request;
import java.util.List;

/// Asks what IRC has no words for, in the name of somebody who is connected by it, as another door
/// would.
final class Program {
  static final ChannelName TEA = ChannelName.trusted("#tea");

  private final Salon salon;
  private final Presence presence;
  private final Session session;

  Program(TestSalon server, IrcClient client) {
    salon = server.chat(client);
    var nick = Nick.trusted(client.nick());
    var person = salon.people().directory().find(nick).orElseThrow();
    presence = salon.people().presence(person.id()).orElseThrow();
    session = presence.sessions().getFirst();
  }

  private Actor actor() {
    return salon.people().actor(presence, session);
  }

  /// Asks in #tea, under a name that the client gives the request.
  Outcome ask(Request<? super ChannelState> request, String name) {
    var key = IdempotencyKey.ofClient(name);
    return Salon.await(salon.ask(presence, session, null, TEA, request, key));
  }

  /// The id of the event that a request led to.
  static long id(Outcome outcome) {
    return ((Done) outcome).events().getFirst().stamp().id();
  }

  /// The messages of a conversation as they are now.
  List<Said> read(ConversationId<?> where) {
    var page = new Page(where, 0, Long.MAX_VALUE, 100, true, true, null);
    return messages(((Done) salon.history().read(actor(), page)).events());
  }

  Outcome versions(ConversationId<?> where, long message) {
    return salon.history().versions(actor(), where, message);
  }

  static List<Said> messages(List<Event> events) {
    return events.stream().map(Said.class::cast).toList();
  }
}
