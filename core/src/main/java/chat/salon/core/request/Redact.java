package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Stamp;
import java.util.Set;
import java.util.function.Supplier;

/// Deletes a message: one's own, or as an operator another's.
///
/// @param message its id
/// @param reason shown to everybody; empty for none
public record Redact(long message, String reason) implements OnMessage {
  @Override
  public Outcome decide(
      ConversationState where, Said said, Supplier<Set<Long>> pinned, Actor actor, Stamp stamp) {
    return Rights.refusal(actor, new Action.Redact(said, stamp.time()), where)
        .<Outcome>map(Refused::new)
        .orElseGet(() -> redacted(said, actor, stamp));
  }

  private Done redacted(Said said, Actor actor, Stamp stamp) {
    var by = actor.person();
    return said.aftermath().isRedacted()
        ? Done.NOTHING
        : Done.of(new Redacted(stamp, said.where(), by, About.of(said, by), reason));
  }
}
