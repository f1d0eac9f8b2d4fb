package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Nick;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.Invite;
import chat.salon.irc.Command;
import chat.salon.irc.InGroups;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;

/// INVITE: asks somebody into a channel; without parameters, tells where one was asked in.
final class InviteCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "INVITE",
            0,
            "INVITE <nick> <channel>: asks somebody in. INVITE: tells where you have been asked in.")
        .from("Modern IRC, INVITE message; RPL_INVITELIST");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (line.size() == 0) {
      return list(session);
    }
    if (line.size() < 2) {
      return Reply.of(session.numeric("461", "INVITE", "Not enough parameters"));
    }
    var group = session.salon().channelName(line.param(1)).filter(ChannelName::isGroup);
    if (group.isPresent()) {
      return add(session, line.param(0), group.get());
    }
    var target = Nick.parse(line.param(0)).flatMap(session::find);
    if (target.isEmpty()) {
      return session.refuse(new NoSuchNick(line.param(0)));
    }
    return session
        .salon()
        .channelName(line.param(1))
        .map(channel -> invite(session, target.get(), channel))
        .orElseGet(() -> session.refuse(new BadChannelName(line.param(1))));
  }

  private static Reply invite(IrcSession session, Person target, ChannelName channel) {
    var outcome = session.ask(channel, new Invite(target));
    if (!(outcome instanceof Done)) {
      return session.answer(outcome);
    }
    var invited = Reply.of(session.numeric("341", target.nick().shown(), channel.shown()));
    var away = target.awayText();
    return away == null
        ? invited
        : invited.and(session.numeric("301", target.nick().shown(), away));
  }

  // Connected or not, they are in at once.
  private static Reply add(IrcSession session, String name, ChannelName group) {
    return switch (InGroups.add(session, group, List.of(name))) {
      case Done _ -> Reply.of(session.numeric("341", name, group.shown()));
      case Refused(var why) -> session.refuse(why);
    };
  }

  private static Reply list(IrcSession session) {
    session.upToDate();
    var lines = new ArrayList<Line>();
    for (var channel : session.salon().invitations(session.actor())) {
      lines.add(session.numeric("336", channel.shown()));
    }
    lines.add(session.numeric("337", "End of /INVITE list"));
    return Reply.of(lines);
  }
}
