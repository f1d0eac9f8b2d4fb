package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Left;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Refusal.TargetNotOnChannel;
import chat.salon.core.Role;
import chat.salon.core.Stamp;

/// Takes somebody out of a channel as if they had left: SAPART. Staff only.
///
/// @param reason empty for none
public record LeaveByForce(Nick whom, String reason) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    if (actor.role() == Role.MEMBER) {
      return new Refused(new NotPermitted(Role.MODERATOR));
    }
    return channel
        .member(whom)
        .<Outcome>map(member -> Done.of(new Left(stamp, channel.name(), member.person(), reason)))
        .orElseGet(() -> new Refused(new TargetNotOnChannel(whom, channel.name())));
  }

  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
