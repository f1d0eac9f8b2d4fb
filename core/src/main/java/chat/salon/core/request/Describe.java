package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Described;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Stamp;

/// Says what a channel is for.
///
/// @param text one line; empty to take that away
public record Describe(String text) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var refusal = Rights.refusal(actor, new Action.Describe(), channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    return channel.description().equals(text)
        ? Done.NOTHING
        : Done.of(new Described(stamp, channel.name(), actor.person(), text));
  }
}
