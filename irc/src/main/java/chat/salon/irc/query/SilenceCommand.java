package chat.salon.irc.query;

import chat.salon.core.Bonded;
import chat.salon.core.FriendDeed;
import chat.salon.core.Mask;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// SILENCE: whom one does not want to hear in private. A plain name of an account blocks that
/// account, at every door and for good; any other mask holds for this connection.
final class SilenceCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "SILENCE",
            0,
            "SILENCE [<+|-><mask>]: hear no more of somebody in private, or hear them again; alone, it"
                + " lists them. The name of an account blocks it at every door.")
        .from("UnrealIRCd and InspIRCd, SILENCE");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var asked = line.params().isEmpty() ? "" : line.param(0);
    if (asked.isEmpty()) {
      return list(session);
    }
    boolean isOff = asked.startsWith("-");
    var text = isOff || asked.startsWith("+") ? asked.substring(1) : asked;
    if (!Mask.isMask(text)) {
      return Reply.of(
          session.standardReply(
              "FAIL",
              "SILENCE",
              "INVALID_MASK",
              Words.named(text),
              "That is no mask: try nick!user@host"));
    }
    var account = account(session, text);
    if (account.isPresent()) {
      var refusal = act(session, isOff ? FriendDeed.UNBLOCK : FriendDeed.BLOCK, account.get());
      if (refusal.isPresent()) {
        return refusal.get();
      }
    } else if (isOff) {
      session.silences().remove(Mask.of(text));
    } else if (session.silences().all().size() >= most(session)) {
      return Reply.of(session.numeric("511", Words.named(text), "Your silence list is full"));
    } else {
      session.silences().add(Mask.of(text));
    }
    return Reply.of(
        Line.of(session.mask(), "SILENCE", (isOff ? "-" : "+") + Mask.of(text).pattern()));
  }

  private static int most(IrcSession session) {
    return session.settings().silenced();
  }

  private static Reply list(IrcSession session) {
    var masks =
        Stream.concat(
            blocked(session).map(one -> Mask.of(one.other().shown())),
            session.silences().all().stream());
    return Reply.of(masks.map(mask -> session.numeric("271", mask.pattern())).toList())
        .and(session.numeric("272", "End of silence list"));
  }

  private static Stream<Bonded> blocked(IrcSession session) {
    var own = session.accountName();
    List<Bonded> all =
        own == null ? List.of() : session.apart(() -> session.salon().friends().all(own));
    return all.stream().filter(Bonded::isBlocked);
  }

  // Of who is logged in: guests have only their connection.
  private static Optional<Nick> account(IrcSession session, String text) {
    var own = session.accountName();
    var name = text.endsWith("!*@*") ? text.substring(0, text.length() - 4) : text;
    if (own == null) {
      return Optional.empty();
    }
    return session
        .salon()
        .nick(name)
        .filter(nick -> !Pair.isGuest(session.apart(() -> session.salon().people().party(nick))));
  }

  private static Optional<Reply> act(IrcSession session, FriendDeed deed, Nick whom) {
    var own = session.accountName();
    return own == null
        ? Optional.empty()
        : session.apart(() -> session.salon().friends().act(own, deed, whom)).map(session::refuse);
  }
}
