package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.TransferChannel;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ TRANSFER: gives one's channel to another account, when the code that it tells is
/// repeated: it cannot be taken back.
final class ChanServTransfer implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "TRANSFER",
        2,
        "TRANSFER <channel> <account> [<code>]: gives your channel to somebody who belongs to it.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var to = AccountName.parse(words.get(1));
    return to.isEmpty()
        ? voice.says(Numerics.text(new NoSuchNick(words.get(1))))
        : OnChannel.run(
            session, voice, words, channel -> transfer(session, voice, channel, to.get(), words));
  }

  private static Reply transfer(
      IrcSession session, Voice voice, ChannelName channel, AccountName to, List<String> words) {
    var code = ConfirmationCode.of(session, "transfer", channel.folded(), to.folded());
    if (words.size() < 3 || !words.get(2).equalsIgnoreCase(code)) {
      return voice.says(
          "This gives " + channel + " to " + to + ", and only they can give it back.",
          "To do it: /msg ChanServ TRANSFER " + channel + " " + to + " " + code);
    }
    return OnChannel.told(
        voice, session.ask(channel, new TransferChannel(to)), channel + " is " + to + "'s now");
  }
}
