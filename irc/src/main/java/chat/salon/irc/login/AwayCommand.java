package chat.salon.irc.login;

import chat.salon.core.Availability;
import chat.salon.irc.Cap;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;

/// AWAY: says that one is away and why, or back. Before registration too for those who have asked
/// for it, where `*` says that nobody sits at this connection.
final class AwayCommand implements Command {
  private static final String NOBODY = "*";

  @Override
  public Spec spec() {
    return Spec.always("AWAY", 0, "AWAY [<text>]: says that you are away and why, or back again.")
        .from("Modern IRC, AWAY message; IRCv3 draft/pre-away");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (!session.isRegistered() && !session.has(Cap.PRE_AWAY)) {
      return Reply.of(session.numeric("451", "You have not registered"));
    }
    var text = TextSplit.fit(line.param(0), session.salon().limits().awayLength());
    boolean isNobody = text.equals(NOBODY) && session.has(Cap.PRE_AWAY);
    if (!session.isRegistered()) {
      session.registration().away(text);
    } else if (isNobody) {
      available(session, Availability.IDLE);
    } else {
      if (session.registration().isNobodyThere()) {
        available(session, Availability.CONNECTED);
      }
      session.change(person -> person.withAway(text.isEmpty() ? null : text));
    }
    session.registration().nobodyThere(isNobody);
    return Reply.of(
        text.isEmpty()
            ? session.numeric("305", "You are no longer marked as being away")
            : session.numeric("306", "You have been marked as being away"));
  }

  private static void available(IrcSession session, Availability how) {
    session.awaiting(() -> {
      var appearance = session.salon().people().appearance();
      appearance.available(session.presence(), session, session.label(), how);
      return true;
    });
  }
}
