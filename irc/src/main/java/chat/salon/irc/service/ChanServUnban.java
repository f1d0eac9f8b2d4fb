package chat.salon.irc.service;

import chat.salon.core.BanOrder;
import chat.salon.core.ChannelName;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.SlashCommand;
import chat.salon.core.request.ChangeModes;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ UNBAN: lifts a ban.
final class ChanServUnban implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("UNBAN", 2, Slash.help(SlashCommand.UNBAN));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var channel = session.salon().channelName(words.getFirst());
    if (channel.isEmpty()) {
      return voice.says(Numerics.text(new BadChannelName(words.getFirst())));
    }
    var mask = BanOrder.mask(words.get(1), session.salon().limits());
    return mask == null
        ? voice.says(Numerics.text(new NoSuchNick(words.get(1))))
        : lift(session, voice, channel.get(), mask);
  }

  private static Reply lift(IrcSession session, Voice voice, ChannelName channel, Mask mask) {
    var lift = new ChangeModes(List.of(new Listed(ListKind.BAN, mask, false)));
    return switch (session.ask(channel, lift)) {
      case Done _ -> voice.says(mask.pattern() + " is not banned from " + channel + " now");
      case Refused(var why) -> voice.says(Numerics.text(why));
    };
  }
}
