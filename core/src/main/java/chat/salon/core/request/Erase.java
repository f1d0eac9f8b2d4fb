package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.PersonId;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Stamp;
import java.util.Set;
import java.util.function.Supplier;

/// Deletes a message in the name of who said it, since all that they said is to be forgotten. What
/// the server asks, and nobody else may.
///
/// @param message its id
public record Erase(long message) implements OnMessage {
  @Override
  public Outcome decide(
      ConversationState where, Said said, Supplier<Set<Long>> pinned, Actor actor, Stamp stamp) {
    if (!actor.person().isServer()) {
      return new Refused(new NoSuchMessage(said.stamp().msgid()));
    }
    var by = said.by().withId(new PersonId(stamp.id())); // the log knows nobody's: one of no one
    return said.aftermath().isRedacted()
        ? Done.NOTHING
        : Done.of(new Redacted(stamp, said.where(), by, About.of(said, by), ""));
  }
}
