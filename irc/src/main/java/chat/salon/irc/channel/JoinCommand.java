package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ModeBar.SentOn;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.AgainstModes;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.InviteOnly;
import chat.salon.core.request.Join;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Speech.Pending;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JOIN: comes into channels; `JOIN 0` leaves them all.
final class JoinCommand implements Command {

  private record Wish(String name, @Nullable String key) {}

  @Override
  public Spec spec() {
    return new Spec(
            "JOIN",
            1,
            "JOIN <channel>{,<channel>} [<key>{,<key>}]: comes into channels. JOIN 0: leaves them all.")
        .from("Modern IRC, JOIN message; no-implicit-names");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (line.param(0).equals("0")) {
      return PartCommand.leave(
          session,
          session.presence().channels().stream().sorted().map(ChannelName::shown).toList(),
          "");
    }
    var wishes = wishes(line);
    if (wishes.isEmpty()) {
      return Reply.of(session.numeric("461", "JOIN", "Not enough parameters"));
    }
    var reply = Reply.NONE;
    for (int from = 0; from < wishes.size(); ) {
      // no more at once than may all come in: whether one more may is known only afterwards
      int to = Math.min(wishes.size(), from + Math.max(1, room(session)));
      reply = reply.and(enter(session, wishes.subList(from, to)));
      from = to;
    }
    return reply;
  }

  private static List<Wish> wishes(Line line) {
    var names = CommaList.inPlace(line.param(0));
    var keys = CommaList.inPlace(line.param(1));
    var wishes = new ArrayList<Wish>();
    for (int i = 0; i < names.size(); i++) {
      var key = i < keys.size() && !keys.get(i).isEmpty() ? keys.get(i) : null;
      if (!names.get(i).isEmpty()) {
        wishes.add(new Wish(names.get(i), key));
      }
    }
    return wishes;
  }

  private static int room(IrcSession session) {
    return session.salon().limits().channelsPerPerson() - session.presence().channels().size();
  }

  private static Reply enter(IrcSession session, List<Wish> wishes) {
    return Pending.finish(session, wishes.stream().map(wish -> ask(session, wish)).toList());
  }

  private static Pending ask(IrcSession session, Wish wish) {
    return session
        .salon()
        .channelName(wish.name())
        .map(name ->
            new Pending(
                session.begin(name, new Join(wish.key())), outcome -> told(session, name, outcome)))
        .orElseGet(() -> Pending.of(session.refuse(new BadChannelName(wish.name()))));
  }

  // Who was in already is told nothing.
  static Reply told(IrcSession session, ChannelName name, Outcome outcome) {
    return switch (outcome) {
      case Done(var events, _) when !events.isEmpty() -> JoinReplies.of(session, name);
      case Refused(AgainstModes(SentOn(_, var to))) -> {
        session.send(session.answer(outcome)); // before the JOIN
        yield sentOn(session, to);
      }
      default -> session.answer(outcome);
    };
  }

  // Once only: who is sent on from there, too, stays where they are.
  private static Reply sentOn(IrcSession session, ChannelName to) {
    return switch (session.ask(to, new Join(null))) {
      case Done(var events, _) when events.isEmpty() -> Reply.NONE;
      case Done _ -> JoinReplies.of(session, to);
      case Refused(AgainstModes(SentOn _)) -> session.refuse(new InviteOnly(to));
      case Refused(var why) -> session.refuse(why);
    };
  }
}
