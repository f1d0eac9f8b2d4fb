package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Privilege;
import chat.salon.core.request.ChangeModesByForce;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.List;

/// SAMODE: changes the modes of a channel as its founder could, for staff.
public final class SamodeCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "SAMODE",
            2,
            "SAMODE <channel> <modes> [<parameter> …]: changes modes of a channel, for operators of"
                + " the server.")
        .needs(Privilege.FORCE)
        .from("Ergo, SAMODE");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return session
        .salon()
        .channelName(line.param(0))
        .map(name -> change(session, name, line.params().subList(1, line.size())))
        .orElseGet(() -> session.refuse(new BadChannelName(line.param(0))));
  }

  private static Reply change(IrcSession session, ChannelName name, List<String> params) {
    var wanted =
        ModeRequest.parse(
            params, session.settings().maxModes(), session.salon().limits().keyLength());
    var reply = ModeCommand.problems(session, name, wanted);
    if (wanted.changes().isEmpty()) {
      return reply;
    }
    var outcome = session.ask(name, new ChangeModesByForce(wanted.changes()));
    if (outcome instanceof Done(var events, _) && !events.isEmpty()) {
      var shown = String.join(" ", params);
      Deeds.note(session, Deeds.of(session, "samode", name.shown(), "modes", shown));
      Deeds.tell(session, To.KILLS, "changed modes of " + name + ": " + shown);
    }
    return reply.and(session.answer(outcome));
  }
}
