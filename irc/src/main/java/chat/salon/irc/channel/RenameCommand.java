package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.ChannelExists;
import chat.salon.core.Refusal.GroupName;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NotFounder;
import chat.salon.core.request.Rename;
import chat.salon.core.request.TakeOver;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;

/// RENAME: gives a channel another name (IRCv3 draft/channel-rename). Who has not negotiated the
/// capability may do it too.
final class RenameCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "RENAME",
            2,
            "RENAME <channel> <new name> [:<reason>]: gives a channel another name, as an operator"
                + " of it, or as its founder when it is registered.")
        .from("IRCv3 draft/channel-rename, Messages");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var from = session.salon().channelName(line.param(0));
    var to = session.salon().channelName(line.param(1));
    if (from.isEmpty()) {
      return session.refuse(new NoSuchChannel(line.param(0)));
    }
    if (to.isEmpty() || to.get().isGroup()) {
      return cannot(session, line, "That is no name for a channel");
    }
    int most = session.salon().limits().kickLength();
    var reason = session.fit(line.param(2), most, "RENAME", from.get().shown(), to.get().shown());
    return answer(session, line, rename(session, from.get(), new Rename(to.get(), reason)));
  }

  private static Outcome rename(IrcSession session, ChannelName from, Rename rename) {
    var outcome = session.ask(from, rename);
    if (outcome instanceof Done(var events, _)) {
      for (var event : events) {
        if (event instanceof Renamed renamed) {
          var taking = new TakeOver(renamed.where(), renamed.reason(), renamed.as());
          return session.ask(renamed.to(), taking);
        }
      }
    }
    return outcome;
  }

  private static Reply answer(IrcSession session, Line line, Outcome outcome) {
    return outcome instanceof Refused(var why)
        ? refused(session, line, why)
        : session.answer(outcome);
  }

  private static Reply refused(IrcSession session, Line line, Refusal why) {
    return switch (why) {
      case ChannelExists _ ->
          Reply.of(
              session.fail(
                  "CHANNEL_NAME_IN_USE",
                  Words.named(line.param(0)),
                  Words.named(line.param(1)),
                  "There is a channel of that name already"));
      case NotFounder _ -> cannot(session, line, "Only the founder renames a registered channel");
      case GroupName _ -> cannot(session, line, "A group has no name that could be changed");
      default -> session.refuse(why);
    };
  }

  private static Reply cannot(IrcSession session, Line line, String why) {
    return Reply.of(
        session.fail("CANNOT_RENAME", Words.named(line.param(0)), Words.named(line.param(1)), why));
  }
}
