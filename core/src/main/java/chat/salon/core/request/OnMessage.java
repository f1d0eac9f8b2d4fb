package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Pair;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A request about a message that was said before, in a channel or privately. The owner of the
/// conversation looks the message up and hands it in as it is at that moment.
public sealed interface OnMessage extends Request<ConversationState>
    permits Edit, Redact, Erase, React, PinMessage, ShowPreviews, HidePreviews {

  /// The id of the message.
  long message();

  /// The outcome for a message that is there.
  ///
  /// @param pinned the ids of the pinned messages, looked up when they are asked for
  Outcome decide(
      ConversationState where, Said said, Supplier<Set<Long>> pinned, Actor actor, Stamp stamp);

  /// Whether somebody does it who is not heard, to a message that the other one reads: they are
  /// shown that it was done, nobody else is, and nothing is kept (security P2).
  static boolean isUnheard(Said said, Actor actor) {
    return said.where() instanceof Pair pair && said.least() == null && !actor.isHeardIn(pair);
  }

  /// The outcome when there is no such message, or none that the actor may read.
  @Override
  default Outcome decide(ConversationState where, Actor actor, Stamp stamp) {
    var outside =
        where instanceof ChannelState channel
            ? Rights.refusal(actor, new Action.Read(), channel)
            : Optional.<Refusal>empty();
    return new Refused(outside.orElseGet(() -> new NoSuchMessage(Stamps.msgid(message()))));
  }
}
