package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.JoinWithdrawn;
import chat.salon.core.JoinRequest;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.NoJoinRequest;
import chat.salon.core.Refusal.TargetOnChannel;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.Know;

/// Takes back that one asked to come in.
public record WithdrawRequest() implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return channel
        .request(actor.person().account())
        .filter(JoinRequest::isPending)
        .<Outcome>map(
            _ -> Done.of(new JoinWithdrawn(stamp.unkept(), channel.name(), actor.person())))
        .orElseGet(() -> new Refused(why(channel, actor)));
  }

  private static Refusal why(ChannelState channel, Actor actor) {
    if (channel.has(actor.id())) {
      return new TargetOnChannel(actor.nick(), channel.name());
    }
    return Rights.refusal(actor, new Know(), channel)
        .orElseGet(() -> new NoJoinRequest(channel.name(), actor.nick().shown()));
  }

  // Who asks again after an owner has died may be told that there is nothing to take back.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
