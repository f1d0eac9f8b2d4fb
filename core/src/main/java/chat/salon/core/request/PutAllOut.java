package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import java.util.ArrayList;
import java.util.List;

/// Puts everybody out but staff, in the name of the server. Staff only.
///
/// @param reason shown to everybody
public record PutAllOut(String reason) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    if (actor.role() == Role.MEMBER) {
      return new Refused(new NotPermitted(Role.MODERATOR));
    }
    var events = new ArrayList<Event>();
    for (var member : channel.members()) {
      if (!member.person().standing().oper()) {
        var at = events.isEmpty() ? stamp : stamp.unkept();
        events.add(new Kicked(at, channel.name(), Person.SERVER, member.person(), reason));
      }
    }
    return new Done(List.copyOf(events), List.of());
  }

  // Who is out is not put out again.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
