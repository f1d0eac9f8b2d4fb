package chat.salon.irc.service;

import chat.salon.core.ChannelState;
import chat.salon.core.Rank;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ GETKEY: the key of a channel, for those who may set it, inside or not.
final class ChanServGetKey implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("GETKEY", 1, "GETKEY <channel>: tells the key of a channel to its operators.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.run(
        session,
        voice,
        words,
        name ->
            session
                .apart(() -> session.salon().find(session.actor(), name))
                .map(channel -> voice.says(answer(session, channel)))
                .orElseGet(() -> voice.says(Numerics.text(new NoSuchChannel(name.shown())))));
  }

  private static String answer(IrcSession session, ChannelState channel) {
    boolean mayKnow =
        channel.ranks(session.person().id()).atLeast(Rank.HALFOP)
            || channel.seat(session.accountName()).atLeast(Rank.HALFOP);
    Refusal notOperator = new NotChannelOperator(channel.name(), Rank.HALFOP);
    return mayKnow
        ? channel
            .key()
            .map(key -> "The key of " + channel.name() + " is " + key)
            .orElse(channel.name() + " has no key")
        : Numerics.text(notOperator);
  }
}
