package chat.salon.irc.channel;

import chat.salon.core.ChannelState;
import chat.salon.core.Topic;
import chat.salon.core.request.Rights;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.Comparator;
import java.util.stream.Stream;

/// LIST: tells which channels there are.
final class ListCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "LIST",
            0,
            "LIST [<channel>{,<channel>}] [<condition>{,<condition>}]: tells which channels there are."
                + " Conditions: *mask*, !*mask*, >users, <users, C>minutes since it was made,"
                + " T>minutes since its topic was set, and C<, T<.")
        .from("Modern IRC, LIST message; ISUPPORT ELIST");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    var filter = ListFilter.parse(line.params());
    var now = session.door().now();
    session.send(Reply.of(session.numeric("321", "Channel", "Users  Name")));
    session.send(
        candidates(session, filter)
            .filter(channel -> filter.includes(channel, now))
            .sorted(Comparator.comparing(ChannelState::name))
            .map(channel -> line(session, channel))
            .iterator());
    return Reply.of(session.numeric("323", "End of /LIST"));
  }

  private static Stream<ChannelState> candidates(IrcSession session, ListFilter filter) {
    var actor = session.actor();
    var salon = session.salon();
    return filter.isByName()
        ? filter.names().stream()
            .distinct()
            .flatMap(name -> salon.look(actor, name).stream())
            .filter(channel -> Rights.mayFind(actor, channel))
        : salon.channels(actor).stream();
  }

  private static Line line(IrcSession session, ChannelState channel) {
    return session.numeric(
        "322",
        channel.name().shown(),
        String.valueOf(channel.size()),
        channel.topic().map(Topic::text).orElse(""));
  }
}
