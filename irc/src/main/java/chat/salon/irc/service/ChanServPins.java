package chat.salon.irc.service;

import chat.salon.core.ChannelName;
import chat.salon.core.Pin;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.SlashCommand;
import chat.salon.core.Stamps;
import chat.salon.core.request.PinMessage;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ PINS: the messages that a channel has pinned, those pinned last first.
final class ChanServPins implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("PINS", 1, Slash.help(SlashCommand.PINS));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.run(session, voice, words, channel -> list(session, voice, channel));
  }

  private static Reply list(IrcSession session, Voice voice, ChannelName channel) {
    session.upToDate();
    return session
        .salon()
        .history()
        .refusalToRead(session.actor(), channel)
        .map((Refusal why) -> voice.says(Numerics.text(why)))
        .orElseGet(() ->
            voice.says(
                texts(
                    channel,
                    session.apart(
                        () -> session.salon().history().pins(session.actor(), channel)))));
  }

  private static List<String> texts(ChannelName channel, List<Pin> pins) {
    return pins.isEmpty()
        ? List.of("No message is pinned in " + channel)
        : pins.stream().map(ChanServPins::text).toList();
  }

  private static String text(Pin pin) {
    var said = pin.message();
    return "%s · %s · <%s> %s (pinned by %s)"
        .formatted(
            said.stamp().msgid(),
            EventLines.time(said.stamp().time()),
            said.by().nick().shown(),
            said.text().replace('\n', ' '),
            pin.by());
  }

  /// Pins the message that the second word names, or takes it down.
  static Reply pin(IrcSession session, Voice voice, List<String> words, boolean on) {
    var msgid = words.get(1);
    var id = Stamps.parseMsgid(msgid);
    if (id.isEmpty()) {
      return voice.says(Numerics.text(new NoSuchMessage(msgid)));
    }
    return OnChannel.run(
        session,
        voice,
        words,
        channel ->
            OnChannel.told(
                voice,
                session.ask(channel, new PinMessage(id.getAsLong(), on)),
                msgid + (on ? " is pinned in " : " is not pinned in ") + channel));
  }
}
