package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Guise;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.request.SpeakAs;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// RELAYMSG: a program says something for somebody who is elsewhere (IRCv3 draft/relaymsg). Who has
/// not negotiated the capability may use it too: it is the rank in the channel that allows it.
final class RelaymsgCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "RELAYMSG",
            3,
            "RELAYMSG <channel> <name/elsewhere> :<text>: says something in the name of somebody"
                + " elsewhere, as an operator of the channel.")
        .from("IRCv3 draft/relaymsg, RELAYMSG command");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var name = Guise.RELAYED.nick(line.param(1));
    if (name.isEmpty()) {
      return Reply.of(
          session.fail(
              "INVALID_NICK",
              "The name of somebody elsewhere has a " + Guise.SEPARATOR + " and is no nick"));
    }
    return session
        .salon()
        .channelName(line.param(0))
        .map(channel -> relay(session, channel, name.get(), line.param(2)))
        .orElseGet(() -> session.refuse(new BadChannelName(line.param(0))));
  }

  private static Reply relay(IrcSession session, ChannelName channel, Nick name, String text) {
    if (text.isEmpty()) {
      return Reply.of(session.numeric("412", "No text to send"));
    }
    return answer(session, session.ask(channel, new SpeakAs(Guise.RELAYED, name, text)));
  }

  private static Reply answer(IrcSession session, Outcome outcome) {
    return outcome instanceof Refused(NotChannelOperator _)
        ? Reply.of(
            session.fail("PRIVS_NEEDED", "Only operators of the channel speak for others there"))
        : session.answer(outcome);
  }
}
