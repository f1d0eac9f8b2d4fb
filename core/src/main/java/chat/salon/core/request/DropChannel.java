package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Flag;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Stamp;
import java.util.List;

/// Ends that a channel lasts: who is away belongs to it no more, and it is gone with its last
/// member. Its founder may ask this from outside, too.
public record DropChannel() implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return Rights.refusal(actor, new Action.Drop(), channel)
        .<Outcome>map(Refused::new)
        .orElseGet(() ->
            Done.of(
                new ModesChanged(
                    stamp,
                    channel.name(),
                    actor.person(),
                    List.of(new Flagged(Flag.REGISTERED, false)))));
  }
}
