package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Joined;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Rank;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.Enter;
import org.jspecify.annotations.Nullable;

/// Comes in; whoever comes first is operator.
///
/// @param key the channel's key, or null
public record Join(@Nullable String key) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    if (channel.has(actor.id())) {
      return Done.NOTHING;
    }
    var refusal = Rights.refusal(actor, new Enter(key), channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var who = actor.person();
    var ranks = channel.seat(who.account());
    if (channel.size() == 0 && !channel.hasKeeper()) {
      ranks = ranks.with(Rank.OP);
    }
    return Done.of(new Joined(stamp, channel.name(), who, ranks, actor.nodes()));
  }

  // Who is in comes in no more. And who is not, though an owner that died had stored it, has to.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
