package chat.salon.irc.staff;

import chat.salon.core.ChannelName;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Person;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Privilege;
import chat.salon.core.request.JoinByForce;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.channel.JoinReplies;
import chat.salon.wire.Line;

/// SAJOIN: brings somebody, or oneself, into a channel, whatever its modes say.
final class SajoinCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "SAJOIN", 1, "SAJOIN [<nick>] <channel>: brings somebody, or you, into a channel.")
        .needs(Privilege.FORCE)
        .from("Ergo, SAJOIN");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    boolean isSelf = line.size() == 1;
    return Victim.inChannel(
        session,
        isSelf ? session.nick() : line.param(0),
        line.param(isSelf ? 0 : 1),
        (person, channel) -> join(session, person, channel));
  }

  private static Reply join(IrcSession session, Person person, ChannelName channel) {
    var nodes = session.salon().people().directory().nodes(person.id());
    var outcome = session.ask(channel, new JoinByForce(person, nodes));
    if (outcome instanceof Done) {
      Deeds.note(session, Deeds.of(session, "sajoin", person.mask(), "channel", channel.shown()));
      Deeds.tell(session, To.KILLS, "brought " + person.nick() + " into " + channel);
    }
    return person.id().equals(session.presence().id()) && outcome instanceof Done
        ? JoinReplies.of(session, channel)
        : session.answer(outcome);
  }
}
