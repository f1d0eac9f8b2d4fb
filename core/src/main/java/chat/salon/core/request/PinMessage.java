package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Pinned;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Pair;
import chat.salon.core.Refusal.TooManyPins;
import chat.salon.core.Stamp;
import java.util.Set;
import java.util.function.Supplier;

/// Pins a message, or takes it down again.
///
/// @param message its id
/// @param on false to take it down
public record PinMessage(long message, boolean on) implements OnMessage {
  @Override
  public Outcome decide(
      ConversationState where, Said said, Supplier<Set<Long>> pinned, Actor actor, Stamp stamp) {
    var refusal = Rights.refusal(actor, new Action.Pin(said), where);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var pins = pinned.get();
    if (pins.contains(message) == on) {
      return Done.NOTHING;
    }
    int most = where.limits().pins();
    return on && pins.size() >= most
        ? new Refused(new TooManyPins(most))
        : Done.of(new Pinned(stamp, said.where(), actor.person(), about(said, actor), on));
  }

  // Who does not want to hear them is not shown what they pin, now or later.
  private static About about(Said said, Actor actor) {
    var about = About.of(said, actor.person());
    return said.where() instanceof Pair pair && !actor.isHeardIn(pair) ? about.unseen() : about;
  }
}
