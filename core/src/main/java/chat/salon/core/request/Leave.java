package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Left;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Stamp;

/// Goes out. Nobody can be held in a channel, so this is a fact.
///
/// @param reason empty for none
public record Leave(String reason) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return channel.has(actor.id())
        ? Done.of(new Left(stamp, channel.name(), actor.person(), reason))
        : new Refused(
            Rights.refusal(actor, new Action.Know(), channel)
                .orElseGet(() -> new NotOnChannel(channel.name())));
  }

  @Override
  public boolean isFact() {
    return true;
  }
}
