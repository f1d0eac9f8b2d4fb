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
import chat.salon.core.protect.Closure;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.ProtectionWords;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// ChanServ INFO: whose a channel is, and how many belong to it.
final class ChanServInfo implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("INFO", 1, "INFO <channel>: tells whose a channel is, and what is set.")
        .from("Ergo, ChanServ INFO; Anope, ChanServ INFO");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var name = session.salon().channelName(words.getFirst());
    boolean isForStaff = session.door().staff().may(session, Privilege.CHANNELS);
    var closed = name.flatMap(one -> session.salon().protection().closure(one));
    var found = name.flatMap(one -> find(session, one, isForStaff));
    if (found.isEmpty() && isForStaff && closed.isPresent()) {
      return voice.says(closed(closed.get()));
    }
    return found
        .map(channel -> about(session, voice, channel, isForStaff))
        .orElseGet(() -> refuse(voice, new NoSuchChannel(words.getFirst())));
  }

  private static Optional<ChannelState> find(
      IrcSession session, ChannelName name, boolean isForStaff) {
    var salon = session.salon();
    return session.apart(
        () -> isForStaff ? salon.findForStaff(name) : salon.find(session.actor(), name));
  }

  private static Reply about(
      IrcSession session, Voice voice, ChannelState channel, boolean isForStaff) {
    var founder = channel.founder();
    if (founder.isEmpty()) {
      return refuse(voice, new ChannelNotRegistered(channel.name()));
    }
    var texts = new ArrayList<String>();
    texts.add("Channel: " + channel.name());
    texts.add("Founder: " + founder.map(AccountName::shown).orElse(""));
    texts.add("Made: " + EventLines.time(channel.created()));
    texts.add(
        "Topic: "
            + channel
                .topic()
                .map(one -> one.text() + " (" + by(one) + ", " + EventLines.time(one.at()) + ")")
                .orElse("none"));
    texts.add("Description: " + (channel.description().isEmpty() ? "none" : channel.description()));
    texts.add("Settings: " + settings(channel));
    texts.add("Modes: " + modes(channel));
    texts.add("Members: " + Belonging.to(channel).size() + ", here now: " + channel.size());
    if (isForStaff || channel.belongs(session.accountName())) {
      session.salon().protection().closure(channel.name()).ifPresent(one -> texts.add(closed(one)));
    }
    return voice.says(texts);
  }

  // Without the host, which only members are told.
  private static String by(Topic topic) {
    int end = topic.by().indexOf('!');
    return end < 0 ? topic.by() : topic.by().substring(0, end);
  }

  private static String closed(Closure closure) {
    return "Closed: " + ProtectionWords.shown(closure);
  }

  // What a key or a limit is, MODE tells those inside.
  private static String modes(ChannelState channel) {
    return "+"
        + channel.flags().stream()
            .map(flag -> String.valueOf(flag.letter()))
            .sorted()
            .collect(Collectors.joining())
        + (channel.key().isPresent() ? "k" : "")
        + (channel.limit() > 0 ? "l" : "");
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
