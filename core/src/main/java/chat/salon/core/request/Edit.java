package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Stamp;
import java.util.Set;
import java.util.function.Supplier;

/// Gives a message of one's own another text.
///
/// @param message its id
public record Edit(long message, String text) implements OnMessage {
  @Override
  public Outcome decide(
      ConversationState where, Said said, Supplier<Set<Long>> pinned, Actor actor, Stamp stamp) {
    return Rights.refusal(actor, new Action.Edit(said, stamp.time()), where)
        .<Outcome>map(Refused::new)
        .orElseGet(() -> edited(said, actor, stamp));
  }

  private Done edited(Said said, Actor actor, Stamp stamp) {
    var by = actor.person();
    var about = About.of(said, by);
    if (said.text().equals(text)) {
      return Done.NOTHING;
    }
    return Done.of(
        OnMessage.isUnheard(said, actor)
            ? new Edited(stamp.unkept(), said.where(), by, about.unseen(), text)
            : new Edited(stamp, said.where(), by, about, text));
  }
}
