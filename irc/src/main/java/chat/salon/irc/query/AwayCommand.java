package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;

/// AWAY: says that one is away and why, or back.
final class AwayCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("AWAY", 0, "AWAY [<text>]: says that you are away and why, or back again.");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var text = TextSplit.fit(line.param(0), session.salon().limits().awayLength());
    var away = text.isEmpty() ? null : text;
    session.change(person -> person.withAway(away));
    return Reply.of(
        away == null
            ? session.numeric("305", "You are no longer marked as being away")
            : session.numeric("306", "You have been marked as being away"));
  }
}
