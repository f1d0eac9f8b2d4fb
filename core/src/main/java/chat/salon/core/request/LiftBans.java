package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Stamp;

/// Lifts the bans whose time is over. A channel asks it of itself.
public record LiftBans() implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var ended =
        channel.list(ListKind.BAN).stream()
            .filter(entry -> entry.hasEnded(stamp.time()))
            .map(LiftBans::lifted)
            .toList();
    return ended.isEmpty()
        ? Done.NOTHING
        : Done.of(new ModesChanged(stamp, channel.name(), actor.person(), ended));
  }

  private static ModeChange lifted(ListEntry entry) {
    return new Listed(ListKind.BAN, entry.mask(), false);
  }
}
