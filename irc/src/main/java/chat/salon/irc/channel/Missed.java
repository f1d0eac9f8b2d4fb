package chat.salon.irc.channel;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Pair;
import chat.salon.core.Stamps;
import chat.salon.core.StoreException;
import chat.salon.core.bouncer.Choice;
import chat.salon.core.port.Page;
import chat.salon.core.port.Recent;
import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.wire.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a device missed while it was not connected. A client that asks for its history itself, by
/// draft/chathistory or znc.in/playback, is left to do so; any other is shown it when it comes: in
/// the batch of a history if it knows batches, with the time of each message in its tags, or before
/// the text for a client without server-time. On the session's turn.
public final class Missed {
  private static final Logger LOG = LoggerFactory.getLogger(Missed.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter EARLIER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private Missed() {}

  /// A session has come in: it is shown what it missed, and its person stays from now on if that is
  /// wanted.
  public static Reply arrived(IrcSession session) {
    var account = session.accountName();
    if (account == null) {
      return Reply.NONE;
    }
    var bouncer = session.door().bouncer();
    try {
      show(session, account);
      session.awaiting(() -> {
        bouncer.note(account, session.device(), session.ending().knewUntil());
        bouncer.came(session.presence(), session);
        return true;
      });
    } catch (StoreException e) {
      LOG.warn("what was missed cannot be read", e);
    }
    return Reply.NONE;
  }

  /// A session is about to end: what comes from now on, it misses.
  public static void leaving(IrcSession session) {
    var account = session.accountName();
    if (account != null) {
      try {
        session.door().bouncer().note(account, session.device(), session.ending().knewUntil());
        session.door().bouncer().gone(session.person());
      } catch (StoreException e) {
        LOG.warn("when {} was here cannot be kept: {}", account, e.getMessage());
      }
    }
  }

  private static void show(IrcSession session, AccountName account) {
    var bouncer = session.door().bouncer();
    int most = bouncer.settings().replayLines();
    if (most == 0 || session.has(Cap.CHATHISTORY) || session.has(Cap.PLAYBACK)) {
      return;
    }
    var since = session.apart(() -> bouncer.seen(account, session.device()));
    if (since.isEmpty() || !session.apart(() -> bouncer.holds(account, Choice.AUTOREPLAY_MISSED))) {
      return;
    }
    var replies =
        session.apart(() -> replies(session, Stamps.at(since.get()), Long.MAX_VALUE, most));
    session.send(replies.flatMap(reply -> reply.lines().stream()).iterator());
  }

  /// What was said in all conversations of a session between two ids, one after the other, the
  /// newest lines of each.
  ///
  /// @param from this id and later ones
  /// @param below only ids less than this
  static Stream<Reply> replies(IrcSession session, long from, long below, int most) {
    var shown = new ShownHistory(session);
    return places(session, from, most).stream()
        .map(where -> reply(session, shown, where, from, below, most));
  }

  /// The channels that somebody is on, and then those with whom they have talked since an id.
  static List<ConversationId<?>> places(IrcSession session, long from, int most) {
    var places = new ArrayList<ConversationId<?>>();
    session.presence().channels().stream().sorted().forEach(places::add);
    session
        .salon()
        .history()
        .recent(session.presence(), session.actor(), from - 1, Long.MAX_VALUE, most)
        .stream()
        .map(Recent::where)
        .filter(Pair.class::isInstance)
        .forEach(places::add);
    return places;
  }

  /// The same of one conversation.
  static Reply reply(
      IrcSession session,
      ShownHistory shown,
      ConversationId<?> where,
      long from,
      long below,
      int most) {
    var events = events(session, shown, where, from, below, most);
    if (events.isEmpty()) {
      return Reply.NONE;
    }
    var lines =
        session.has(Cap.SERVER_TIME)
            ? shown.lines(events)
            : events.stream()
                .flatMap(event ->
                    shown.lines(List.of(event)).stream().map(line -> dated(session, line, event)))
                .toList();
    return Reply.batch(session, lines, "chathistory", target(session, where));
  }

  /// The newest messages of a conversation between two ids that are for a client, oldest first.
  static List<Event> events(
      IrcSession session,
      ShownHistory shown,
      ConversationId<?> where,
      long from,
      long below,
      int most) {
    var page = new Page(where, from - 1, below, most, true, true, null);
    return shown.read(page).orElse(List.of()).stream()
        .filter(event -> isFor(session, event))
        .toList();
  }

  // A client that never saw its own words come back would take them for somebody else's.
  private static boolean isFor(IrcSession session, Event event) {
    return !(event instanceof Said said)
        || !(said.where() instanceof Pair)
        || !Pair.party(said.by()).equals(Pair.party(session.person()))
        || session.has(Cap.ECHO_MESSAGE)
        || session.has(Cap.SELF_MESSAGE);
  }

  /// A conversation as a client names it.
  static String target(IrcSession session, ConversationId<?> where) {
    return where instanceof Pair pair
        ? Pair.shown(pair.across(Pair.party(session.person())))
        : session
            .salon()
            .look(session.actor(), (ChannelName) where)
            .map(channel -> channel.name().shown())
            .orElseGet(where::toString);
  }

  private static Line dated(IrcSession session, Line line, Event event) {
    if (line.size() < 2) {
      return line;
    }
    var when = event.stamp().time();
    var text = '[' + time(when, session.door().now()) + "] ";
    var said = line.param(1);
    var action = "\u0001ACTION ";
    var dated =
        said.startsWith(action) ? action + text + said.substring(action.length()) : text + said;
    return new Line(line.tags(), line.source(), line.command(), List.of(line.param(0), dated));
  }

  private static String time(Instant when, Instant now) {
    return (when.isBefore(now.minus(DAY)) ? EARLIER : TODAY).format(when);
  }
}
