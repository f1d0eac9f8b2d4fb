package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Role;
import chat.salon.core.Stamp;

/// Puts a member out, without being a member: SAKICK. Staff only; of others it is asked in their
/// own name when the server puts them out, who does it then.
///
/// @param reason shown to everybody
public record PutOutByForce(PersonId whom, String reason) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    boolean isOneself = actor.id().equals(whom);
    if (actor.role() == Role.MEMBER && !isOneself) {
      return new Refused(new NotPermitted(Role.MODERATOR));
    }
    var by = isOneself ? Person.SERVER : actor.person();
    return channel
        .member(whom)
        .<Outcome>map(
            member -> Done.of(new Kicked(stamp, channel.name(), by, member.person(), reason)))
        .orElse(Done.NOTHING);
  }

  // Who is out is not put out again.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
