package chat.salon.irc.service;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.ChannelNotRegistered;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NotFounder;
import chat.salon.core.protect.Privilege;
import chat.salon.core.request.DropChannel;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;
import java.util.Optional;

/// ChanServ DROP: ends that a channel lasts, when the code that it tells is repeated: its ranks and
/// settings are gone then. Staff end it for channels of others, too.
final class ChanServDrop implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("DROP", 1, "DROP <channel> [<code>]: ends that your channel lasts.")
        .from("Ergo, ChanServ UNREGISTER; Anope, ChanServ DROP");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.run(session, voice, words, channel -> drop(session, voice, channel, words));
  }

  private static Reply drop(
      IrcSession session, Voice voice, ChannelName channel, List<String> words) {
    boolean isStaff = session.door().staff().may(session, Privilege.CHANNELS);
    var found = session.apart(() -> session.salon().find(session.actor(), channel));
    boolean isOwn = found.filter(one -> one.isFounder(session.accountName())).isPresent();
    var refusal = isStaff ? Optional.<Refusal>empty() : refusal(found, channel, isOwn);
    if (refusal.isPresent()) {
      return voice.says(Numerics.text(refusal.get()));
    }
    var code = ConfirmationCode.of(session, "drop", channel.folded());
    if (words.size() < 2 || !words.get(1).equalsIgnoreCase(code)) {
      return voice.says(
          "This ends that " + channel + " lasts: its ranks and settings go with its last member.",
          "To do it: /msg ChanServ DROP " + channel + " " + code);
    }
    var outcome = session.ask(channel, new DropChannel(!isOwn));
    if (outcome instanceof Done && !isOwn) {
      Deeds.note(session, Deeds.of(session, "drop_channel", channel.shown()));
    }
    return OnChannel.told(
        voice, outcome, channel + " is not registered any more: it is gone with its last member");
  }

  private static Optional<Refusal> refusal(
      Optional<ChannelState> found, ChannelName channel, boolean isOwn) {
    if (isOwn) {
      return Optional.empty();
    }
    return Optional.of(
        found.isEmpty()
            ? new NoSuchChannel(channel.shown())
            : found.get().isRegistered()
                ? new NotFounder(channel)
                : new ChannelNotRegistered(channel));
  }
}
