package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Joined;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.GroupName;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Refusal.TargetOnChannel;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import java.util.Set;

/// Brings somebody into a channel, whatever its modes say: SAJOIN. Staff only, and into no group,
/// which is its members' own.
///
/// @param nodes on which they have sessions
public record JoinByForce(Person whom, Set<Integer> nodes) implements Request<ChannelState> {
  public JoinByForce {
    nodes = Set.copyOf(nodes);
  }

  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    if (actor.role() == Role.MEMBER) {
      return new Refused(new NotPermitted(Role.MODERATOR));
    }
    if (channel.name().isGroup()) {
      return new Refused(new GroupName(channel.name().shown()));
    }
    if (channel.has(whom.id())) {
      return new Refused(new TargetOnChannel(whom.nick(), channel.name()));
    }
    var ranks = channel.seat(whom.account());
    if (channel.size() == 0 && !channel.hasKeeper()) {
      ranks = ranks.with(Rank.OP);
    }
    return Done.of(new Joined(stamp, channel.name(), whom, ranks, nodes));
  }

  // Who is in comes in no more.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
