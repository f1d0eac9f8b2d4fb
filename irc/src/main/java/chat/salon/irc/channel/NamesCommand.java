package chat.salon.irc.channel;

import chat.salon.core.ChannelState;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// NAMES: tells who is in channels.
final class NamesCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("NAMES", 0, "NAMES [<channel>{,<channel>}]: tells who is in channels.")
        .from("Modern IRC, NAMES message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    if (line.param(0).isEmpty()) {
      session.send(
          session.salon().channels(session.actor()).stream()
              .sorted(Comparator.comparing(ChannelState::name))
              .flatMap(channel -> ChannelReplies.names(session, channel).stream())
              .iterator());
      return Reply.of(ChannelReplies.endOfNames(session, "*"));
    }
    var names = CommaList.of(line.param(0));
    var lines = new ArrayList<Line>();
    for (var name : names) {
      session
          .salon()
          .channelName(name)
          .flatMap(session::look)
          .ifPresent(channel -> lines.addAll(ChannelReplies.names(session, channel)));
    }
    lines.addAll(ends(session, line.param(0), names));
    return Reply.of(lines);
  }

  // One for all that was asked, as it was asked; where that is too long for a line, one for each.
  private static List<Line> ends(IrcSession session, String asked, List<String> names) {
    var one = ChannelReplies.endOfNames(session, asked);
    return one.bodySize() <= session.settings().lineBytes()
        ? List.of(one)
        : names.stream()
            .map(name -> ChannelReplies.endOfNames(session, Words.named(name)))
            .toList();
  }
}
