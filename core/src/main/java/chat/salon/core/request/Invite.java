package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Invited;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.Refusal.TargetOnChannel;
import chat.salon.core.Stamp;

/// Asks somebody in. Whom a half-operator or higher asked, no ban, key, limit or `+i` stops; from
/// others it is a kind word.
public record Invite(Person target) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var refusal = Rights.refusal(actor, new Action.Invite(), channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    return channel.has(target.id())
        ? new Refused(new TargetOnChannel(target.nick(), channel.name()))
        : Done.of(new Invited(stamp.unkept(), channel.name(), actor.person(), target));
  }

  // An invitation is not kept: a new owner has to learn of it anew.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
