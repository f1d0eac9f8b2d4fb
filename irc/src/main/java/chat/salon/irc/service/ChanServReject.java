package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.BanWords;
import chat.salon.core.ChannelName;
import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.SlashCommand;
import chat.salon.core.request.AnswerRequest;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ REJECT: refuses who asks to come into a channel.
final class ChanServReject implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("REJECT", 2, Slash.help(SlashCommand.REJECT));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.runAboutAsker(
        session,
        voice,
        words,
        (channel, asker) -> reject(session, voice, channel, asker, words.subList(2, words.size())));
  }

  private static Reply reject(
      IrcSession session, Voice voice, ChannelName channel, AccountName asker, List<String> words) {
    var limits = session.salon().limits();
    var behind = BanWords.of(String.join(" ", words));
    var reason = session.fit(behind.reason(), limits.kickLength(), "NOTICE", channel.shown());
    return AnswerRequest.refuse(asker, behind.duration(), reason, limits)
        .map(
            refusal -> OnChannel.told(voice, session.ask(channel, refusal), asker + " was refused"))
        .orElseGet(
            () -> voice.says(Numerics.text(new BadDuration(behind.duration(), limits.banDays()))));
  }
}
