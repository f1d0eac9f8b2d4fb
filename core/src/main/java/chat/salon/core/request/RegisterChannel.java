package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Flag;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Rank;
import chat.salon.core.Stamp;
import java.util.List;

/// Makes a channel last, as that of the account that asks: it stays when the last member leaves,
/// and accounts belong to it while they are not connected.
public record RegisterChannel() implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return Rights.refusal(actor, new Action.Register(), channel)
        .<Outcome>map(Refused::new)
        .orElseGet(() -> Done.of(registered(channel, actor, stamp)));
  }

  static ModesChanged registered(ChannelState channel, Actor actor, Stamp stamp) {
    var founder = actor.person();
    return new ModesChanged(
        stamp,
        channel.name(),
        founder,
        List.of(
            new Flagged(Flag.REGISTERED, true),
            new Ranked(founder.nick(), founder.account(), Rank.FOUNDER, true)));
  }
}
