package chat.salon.irc.staff;

import chat.salon.core.ChannelName;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Person;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Privilege;
import chat.salon.core.request.LeaveByForce;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// SAPART: takes somebody out of a channel, as if they had left.
final class SapartCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "SAPART", 2, "SAPART <nick> <channel> [<reason>]: takes somebody out of a channel.")
        .needs(Privilege.FORCE)
        .from("UnrealIRCd and InspIRCd, SAPART");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return Victim.inChannel(
        session,
        line.param(0),
        line.param(1),
        (person, channel) -> part(session, person, channel, line.param(2)));
  }

  private static Reply part(IrcSession session, Person person, ChannelName channel, String given) {
    var reason = session.fit(given, session.salon().limits().quitLength(), "PART", channel.shown());
    var outcome = session.ask(channel, new LeaveByForce(person.nick(), reason));
    if (outcome instanceof Done) {
      Deeds.note(
          session,
          Deeds.of(session, "sapart", person.mask(), "channel", channel.shown(), "reason", reason));
      Deeds.tell(session, To.KILLS, "took " + person.nick() + " out of " + channel);
    }
    return session.answer(outcome);
  }
}
