package chat.salon.irc.service;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ListKind;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Outcome;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.request.ChangeModes;
import chat.salon.core.request.Kick;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// ChanServ CLEAR: takes away all bans or all ranks of a channel, or puts everybody else out.
final class ChanServClear implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "CLEAR",
        2,
        "CLEAR <channel> USERS|OPS|VOICES|BANS|EXCEPTIONS|INVITATIONS: puts everybody else out, or"
            + " empties a list.");
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
                .filter(channel -> channel.has(session.person().id()))
                .map(channel -> clear(session, voice, channel, words.get(1)))
                .orElseGet(() -> voice.says(Numerics.text(new NoSuchChannel(name.shown())))));
  }

  private Reply clear(IrcSession session, Voice voice, ChannelState channel, String what) {
    var name = channel.name();
    return switch (what.toUpperCase(Locale.ROOT)) {
      case "USERS" -> putOut(session, voice, channel);
      case "OPS" -> change(session, voice, name, ranks(session, channel, true));
      case "VOICES" -> change(session, voice, name, ranks(session, channel, false));
      case "BANS" -> change(session, voice, name, list(channel, ListKind.BAN));
      case "EXCEPTIONS" -> change(session, voice, name, list(channel, ListKind.EXCEPTION));
      case "INVITATIONS" -> change(session, voice, name, list(channel, ListKind.INVITE_EXCEPTION));
      default -> voice.says("That is not clear: " + spec().help());
    };
  }

  private static Reply change(
      IrcSession session, Voice voice, ChannelName channel, List<ModeChange> changes) {
    return changes.isEmpty()
        ? voice.says("There is nothing to clear on " + channel)
        : OnChannel.told(
            voice, session.ask(channel, new ChangeModes(changes)), channel + " is cleared of it");
  }

  private static List<ModeChange> list(ChannelState channel, ListKind kind) {
    return channel.list(kind).stream()
        .<ModeChange>map(entry -> new Listed(kind, entry.mask(), false))
        .toList();
  }

  // Of others, and no founder's.
  private static List<ModeChange> ranks(IrcSession session, ChannelState channel, boolean ops) {
    var ranks = ops ? List.of(Rank.ADMIN, Rank.OP, Rank.HALFOP) : List.of(Rank.VOICE);
    var changes = new ArrayList<ModeChange>();
    for (var member : channel.members()) {
      var who = member.person();
      for (var rank : ranks) {
        if (member.ranks().has(rank) && !who.id().equals(session.person().id())) {
          changes.add(new Ranked(who.nick(), rank, false));
        }
      }
    }
    return changes;
  }

  private static Reply putOut(IrcSession session, Voice voice, ChannelState channel) {
    var reason = "Cleared by " + session.nick();
    int out = 0;
    for (var member : channel.members()) {
      var who = member.person();
      if (!who.id().equals(session.person().id())
          && session.ask(channel.name(), new Kick(who.nick(), reason)) instanceof Outcome.Done) {
        out++;
      }
    }
    return voice.says("People who are out of " + channel.name() + " now: " + out);
  }
}
