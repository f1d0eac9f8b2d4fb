package chat.salon.irc.service;

import chat.salon.core.request.WithdrawRequest;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ WITHDRAW: takes back that one asked to come into a channel.
final class ChanServWithdraw implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("WITHDRAW", 1, "WITHDRAW <channel>: takes back that you asked to come in.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.run(
        session,
        voice,
        words,
        channel ->
            OnChannel.told(
                voice,
                session.ask(channel, new WithdrawRequest()),
                "You do not ask to come into " + channel + " any more"));
  }
}
