package chat.salon.irc.staff;

import chat.salon.core.ChannelName;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Person;
import chat.salon.core.Refusal.TargetNotOnChannel;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Privilege;
import chat.salon.core.request.PutOutByForce;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// SAKICK: puts somebody out of a channel, without being an operator there.
final class SakickCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "SAKICK", 2, "SAKICK <channel> <nick> [<reason>]: puts somebody out of a channel.")
        .needs(Privilege.FORCE)
        .from("InspIRCd, SAKICK");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return Victim.inChannel(
        session,
        line.param(1),
        line.param(0),
        (person, channel) -> kick(session, person, channel, line.param(2)));
  }

  private static Reply kick(IrcSession session, Person person, ChannelName channel, String given) {
    var nick = person.nick().shown();
    var reason =
        session.fit(
            given.isEmpty() ? session.nick() : given,
            session.salon().limits().kickLength(),
            "KICK",
            channel.shown(),
            nick);
    var outcome = session.ask(channel, new PutOutByForce(person.id(), reason));
    if (outcome instanceof Done(var events, _) && events.isEmpty()) {
      return session.refuse(new TargetNotOnChannel(person.nick(), channel));
    }
    if (outcome instanceof Done) {
      Deeds.note(
          session,
          Deeds.of(session, "sakick", person.mask(), "channel", channel.shown(), "reason", reason));
      Deeds.tell(session, To.KILLS, "put " + nick + " out of " + channel);
    }
    return session.answer(outcome);
  }
}
