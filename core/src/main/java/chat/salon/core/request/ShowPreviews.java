package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.PersonId;
import chat.salon.core.Preview;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Stamp;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Shows what the pages are that a message links to: only those that it links to now, and none when
/// they are hidden. What the server asks, and nobody else may.
///
/// @param message its id
public record ShowPreviews(long message, List<Preview> found) implements OnMessage {
  @Override
  public Outcome decide(
      ConversationState where, Said said, Supplier<Set<Long>> pinned, Actor actor, Stamp stamp) {
    var now = said.aftermath().previews();
    if (said.aftermath().isRedacted() || !actor.person().isServer()) {
      return new Refused(new NoSuchMessage(said.stamp().msgid()));
    }
    var then = now.with(found, said.text());
    var by = said.by().withId(new PersonId(stamp.id())); // the log knows nobody's: one of no one
    return now.areHidden() || then.equals(now)
        ? Done.NOTHING
        : Done.of(new Previewed(stamp, said.where(), by, About.of(said, by), then));
  }
}
