package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Stamps;
import chat.salon.core.StoreException;
import chat.salon.core.port.Recent;
import chat.salon.irc.Cap;
import chat.salon.irc.Command;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.irc.channel.HistoryQuery.Direction;
import chat.salon.irc.channel.HistoryQuery.Messages;
import chat.salon.irc.channel.HistoryQuery.Targets;
import chat.salon.irc.channel.HistoryQuery.Wrong;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// CHATHISTORY: tells what was said before (IRCv3 draft/chathistory).
final class ChathistoryCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(ChathistoryCommand.class);
  private static final String UNKNOWN = "Messages could not be retrieved";

  @Override
  public Spec spec() {
    return new Spec(
            "CHATHISTORY",
            1,
            "CHATHISTORY LATEST|BEFORE|AFTER|AROUND <target> <timestamp=…|msgid=…|*> <limit>, BETWEEN"
                + " <target> <from> <to> <limit>, TARGETS <timestamp=…> <timestamp=…> <limit>: tells what"
                + " was said.")
        .from("IRCv3 draft chathistory");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    return switch (HistoryParser.parse(line.params(), session.salon().limits().historyPage())) {
      case Wrong(var code, var context, var text) -> fail(session, code, context, text);
      case Targets targets -> targets(session, targets);
      case Messages messages -> messages(session, messages);
    };
  }

  private static Reply messages(IrcSession session, Messages query) {
    var command = query.direction().name();
    try {
      return Addressed.conversation(session, query.target())
          .flatMap(where -> read(session, query, where))
          .orElseGet(
              () -> fail(session, "INVALID_TARGET", List.of(command, query.target()), UNKNOWN));
    } catch (StoreException e) {
      LOG.warn("history cannot be read", e);
      return fail(session, "MESSAGE_ERROR", List.of(command, query.target()), UNKNOWN);
    }
  }

  // Empty when the asker may not read there.
  private static Optional<Reply> read(IrcSession session, Messages query, ConversationId<?> where) {
    var shown = new ShownHistory(session);
    boolean messagesOnly = !session.has(Cap.EVENT_PLAYBACK);
    return session
        .apart(() -> query.read(where, messagesOnly, shown::read))
        .map(events ->
            ended(
                session,
                query,
                events.size(),
                Reply.batch(
                    session, shown.lines(events), "chathistory", shown(session, where, query))));
  }

  // The tag draft/chathistory-end: there is nothing more in that direction.
  private static Reply ended(IrcSession session, Messages query, int found, Reply batch) {
    if (found >= query.limit()
        || query.direction() == Direction.AROUND
        || !session.has(Cap.BATCH)
        || !session.has(Cap.MESSAGE_TAGS)) {
      return batch;
    }
    var lines = new ArrayList<>(batch.lines());
    lines.set(0, lines.getFirst().with("draft/chathistory-end", ""));
    return Reply.of(lines);
  }

  // A channel as it writes itself; a nick as the client knows it.
  private static String shown(IrcSession session, ConversationId<?> where, Messages query) {
    return where instanceof ChannelName name ? shown(session, name) : query.target();
  }

  private static String shown(IrcSession session, ChannelName name) {
    return session.salon().look(session.actor(), name).map(ChannelState::name).orElse(name).shown();
  }

  private static Reply targets(IrcSession session, Targets query) {
    int most = query.isBackwards() ? Integer.MAX_VALUE : query.limit();
    List<Recent> recent;
    try {
      var actor = session.actor();
      recent =
          session.apart(() ->
              session
                  .salon()
                  .history()
                  .recent(
                      session.presence(), actor, query.earlier().after(), Long.MAX_VALUE, most));
    } catch (StoreException e) {
      LOG.warn("recent conversations cannot be read", e);
      return fail(session, "MESSAGE_ERROR", List.of("TARGETS"), UNKNOWN);
    }
    // only those whose very newest message is in the range
    var inRange = recent.stream().filter(one -> one.id() < query.later().before()).toList();
    var chosen = inRange.subList(Math.max(0, inRange.size() - query.limit()), inRange.size());
    return Reply.batch(
        session,
        chosen.stream().map(one -> line(session, one)).toList(),
        "draft/chathistory-targets");
  }

  private static Line line(IrcSession session, Recent recent) {
    return Line.of(
        session.serverName(),
        "CHATHISTORY",
        "TARGETS",
        switch (recent.where()) {
          case ChannelName name -> shown(session, name);
          case Pair pair -> shown(session, pair);
        },
        EventLines.time(Stamps.time(recent.id())));
  }

  // The nick of a party that is here under its own name, as it writes it.
  private static String shown(IrcSession session, Pair pair) {
    var other = pair.across(Pair.party(session.person()));
    var name = Pair.shown(other);
    return session
        .salon()
        .people()
        .directory()
        .find(Nick.trusted(name))
        .filter(person -> Pair.party(person).equals(other))
        .map(person -> person.nick().shown())
        .orElse(name);
  }

  private static Reply fail(IrcSession session, String code, List<String> context, String text) {
    var params =
        context.stream().map(Words::named).collect(Collectors.toCollection(ArrayList::new));
    params.add(text);
    return Reply.of(session.fail(code, params.toArray(String[]::new)));
  }
}
