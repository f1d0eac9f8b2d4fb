package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Previews;
import chat.salon.core.Stamp;
import java.util.Set;
import java.util.function.Supplier;

/// Takes the previews of a message of one's own away, for good.
///
/// @param message its id
public record HidePreviews(long message) implements OnMessage {
  @Override
  public Outcome decide(
      ConversationState where, Said said, Supplier<Set<Long>> pinned, Actor actor, Stamp stamp) {
    var by = actor.person();
    return Rights.refusal(actor, new Action.HidePreviews(said), where)
        .<Outcome>map(Refused::new)
        .orElseGet(() ->
            said.aftermath().previews().areHidden()
                ? Done.NOTHING
                : Done.of(
                    new Previewed(stamp, said.where(), by, About.of(said, by), Previews.HIDDEN)));
  }
}
