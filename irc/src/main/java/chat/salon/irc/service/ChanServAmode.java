package chat.salon.irc.service;

import chat.salon.core.Belonging;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ModeChange;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.ChangeModes;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.List;

/// ChanServ AMODE: the ranks that accounts keep in a registered channel, whether they are connected
/// or not.
final class ChanServAmode implements ServiceCommand {
  private static final String LETTERS = "[+-][qaohv]+";

  @Override
  public Spec spec() {
    return new Spec(
        "AMODE",
        1,
        "AMODE <channel> [+|-<ranks> <account>]: lists the ranks that accounts keep in a channel, or"
            + " changes those of one, connected or not.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.run(
        session,
        voice,
        words,
        channel ->
            words.size() == 1
                ? list(session, voice, channel)
                : change(session, voice, channel, words.subList(1, words.size())));
  }

  private Reply change(IrcSession session, Voice voice, ChannelName channel, List<String> words) {
    if (words.size() < 2 || !words.getFirst().matches(LETTERS)) {
      return voice.says("That is not clear: " + spec().help());
    }
    boolean on = words.getFirst().startsWith("+");
    var changes = new ArrayList<ModeChange>();
    for (int i = 1; i < words.getFirst().length(); i++) {
      var rank = Rank.ofLetter(words.getFirst().charAt(i)).orElseThrow();
      var change = ChanServRank.change(session, words.get(1), rank, on);
      if (change.isEmpty()) {
        return voice.says(Numerics.text(new NoSuchNick(words.get(1))));
      }
      changes.add(change.get());
    }
    var outcome = session.ask(channel, new ChangeModes(changes));
    return OnChannel.told(voice, outcome, "The ranks of " + words.get(1) + " are changed");
  }

  private static Reply list(IrcSession session, Voice voice, ChannelName name) {
    return session
        .apart(() -> session.salon().find(session.actor(), name))
        .filter(channel -> channel.has(session.person().id()))
        .map(channel -> voice.says(lines(channel)))
        .orElseGet(() -> voice.says(Numerics.text(new NoSuchChannel(name.shown()))));
  }

  private static List<String> lines(ChannelState channel) {
    var texts = new ArrayList<String>();
    for (var one : Belonging.to(channel)) {
      if (one.account() != null && !one.ranks().isNone()) {
        texts.add("+" + one.ranks().letters() + " " + one.account());
      }
    }
    return texts.isEmpty() ? List.of("No account keeps a rank on " + channel.name()) : texts;
  }
}
