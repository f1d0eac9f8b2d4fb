package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Nick;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.ChangeModes;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// ChanServ OP, DEOP and the others: gives a rank, or takes it away, also of people who belong to a
/// registered channel and are not connected.
final class ChanServRank implements ServiceCommand {
  private final String name;
  private final Rank rank;
  private final boolean on;

  ChanServRank(String name, Rank rank, boolean on) {
    this.name = name;
    this.rank = rank;
    this.on = on;
  }

  @Override
  public Spec spec() {
    var what = on ? "gives the rank +" : "takes the rank +";
    return new Spec(
        name,
        1,
        name
            + " <channel> [<nick>]: "
            + what
            + rank.letter()
            + (on ? " to" : " from")
            + " somebody, connected or not; to begin with, you.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var who = words.size() > 1 ? words.get(1) : session.nick();
    return OnChannel.run(
        session,
        voice,
        words,
        channel ->
            change(session, who, rank, on)
                .map(change ->
                    OnChannel.told(
                        voice,
                        session.ask(channel, new ChangeModes(List.of(change))),
                        who
                            + (on ? " has" : " does not have")
                            + " +"
                            + rank.letter()
                            + " on "
                            + channel))
                .orElseGet(() -> voice.says(Numerics.text(new NoSuchNick(who)))));
  }

  /// The change of a rank of somebody, connected or only known by their account; empty when the
  /// name can be nobody's.
  static Optional<Ranked> change(IrcSession session, String who, Rank rank, boolean on) {
    return Nick.parse(who).map(nick -> new Ranked(nick, account(session, nick), rank, on));
  }

  private static @Nullable AccountName account(IrcSession session, Nick nick) {
    var person = session.find(nick);
    return person.isPresent()
        ? person.get().account()
        : AccountName.parse(nick.shown()).orElse(null);
  }
}
