package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.Belonging;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Flag;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.ChannelNotRegistered;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Topic;
import chat.salon.core.Visibility;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// ChanServ INFO: whose a channel is, and how many belong to it.
final class ChanServInfo implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("INFO", 1, "INFO <channel>: tells whose a channel is.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return session
        .salon()
        .channelName(words.getFirst())
        .flatMap(channel -> find(session, channel))
        .map(channel -> about(voice, channel))
        .orElseGet(() -> refuse(voice, new NoSuchChannel(words.getFirst())));
  }

  private static Optional<ChannelState> find(IrcSession session, ChannelName name) {
    return session.apart(() -> session.salon().find(session.actor(), name));
  }

  private static Reply about(Voice voice, ChannelState channel) {
    var founder = channel.founder();
    if (founder.isEmpty()) {
      return refuse(voice, new ChannelNotRegistered(channel.name()));
    }
    var texts = new ArrayList<String>();
    texts.add("Channel: " + channel.name());
    texts.add("Founder: " + founder.map(AccountName::shown).orElse(""));
    texts.add("Made: " + EventLines.time(channel.created()));
    texts.add("Topic: " + channel.topic().map(Topic::text).orElse("none"));
    texts.add("Description: " + (channel.description().isEmpty() ? "none" : channel.description()));
    texts.add("Settings: " + settings(channel));
    texts.add("Members: " + Belonging.to(channel).size() + ", here now: " + channel.size());
    return voice.says(texts);
  }

  private static String settings(ChannelState channel) {
    return "visibility %s, history %s, slow mode %s"
        .formatted(
            Visibility.of(channel.flags()).name().toLowerCase(Locale.ROOT),
            channel.has(Flag.FROM_JOINING) ? "joining" : "all",
            channel.slow() == 0 ? "off" : channel.slow() + " s");
  }

  private static Reply refuse(Voice voice, Refusal why) {
    return voice.says(Numerics.text(why));
  }
}
