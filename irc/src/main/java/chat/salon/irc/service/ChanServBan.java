package chat.salon.irc.service;

import chat.salon.core.BanOrder;
import chat.salon.core.BanWords;
import chat.salon.core.ChannelName;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.SlashCommand;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ BAN: bans somebody from a channel, for a time or for good, and puts them out.
final class ChanServBan implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("BAN", 2, Slash.help(SlashCommand.BAN));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return session
        .salon()
        .channelName(words.getFirst())
        .map(channel -> ban(session, voice, channel, words.subList(1, words.size())))
        .orElseGet(() -> voice.says(Numerics.text(new BadChannelName(words.getFirst()))));
  }

  private static Reply ban(
      IrcSession session, Voice voice, ChannelName channel, List<String> words) {
    var who = words.getFirst();
    var limits = session.salon().limits();
    var behind = BanWords.of(String.join(" ", words.subList(1, words.size())));
    var reason = session.fit(behind.reason(), limits.kickLength(), "KICK", channel.shown(), who);
    return switch (BanOrder.of(who, behind.duration(), reason, limits)) {
      case BanOrder.Unclear(var why) -> voice.says(Numerics.text(why));
      case BanOrder.Clear order ->
          switch (order.carryOut(
              request -> session.ask(channel, request), session.person().nick())) {
            case Done _ -> voice.says(who + " is banned from " + channel + length(behind));
            case Refused(var why) -> voice.says(Numerics.text(why));
          };
    };
  }

  private static String length(BanWords behind) {
    return behind.duration().isEmpty() ? "" : " for " + behind.duration();
  }
}
