package chat.salon.irc.channel;

import chat.salon.core.Actor;
import chat.salon.core.Auditorium;
import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Edited;
import chat.salon.core.Outcome.Done;
import chat.salon.core.PersonId;
import chat.salon.core.Salon;
import chat.salon.core.port.Page;
import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Pieces;
import chat.salon.irc.Reader;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a client is shown of a history. Messages are as they are now, so their edits are left out,
/// and so are those that were deleted.
public final class ShownHistory {
  private final Salon salon;
  private final Actor actor;
  private final Reader reader;
  private final int lineBytes;

  /// What one session is shown.
  public ShownHistory(IrcSession session) {
    salon = session.salon();
    actor = session.actor();
    lineBytes = session.settings().lineBytes();
    // who was away then is not away now
    var caps = session.caps().shaping().without(Cap.AWAY_NOTIFY);
    reader = new Reader(caps, PersonId.NONE, session.serverName());
  }

  /// A page as long as was asked for, if there is so much: a client takes a shorter one for the end
  /// of the history. Empty when the asker may not read there.
  public Optional<List<Event>> read(Page page) {
    var shown = new ArrayList<Event>();
    var rest = page;
    while (true) {
      if (!(salon.history().read(actor, rest) instanceof Done(var events, _))) {
        return Optional.empty();
      }
      shown.addAll(
          page.newest() ? 0 : shown.size(),
          events.stream().filter(event -> isFor(event) && isShown(event)).toList());
      int left = page.limit() - shown.size();
      if (left == 0 || events.size() < rest.limit()) {
        return Optional.of(shown);
      }
      rest = beyond(events, page, left);
    }
  }

  private static Page beyond(List<Event> events, Page page, int left) {
    long above = page.newest() ? page.above() : events.getLast().stamp().id();
    long below = page.newest() ? events.getFirst().stamp().id() : page.below();
    return new Page(
        page.where(), above, below, left, page.newest(), page.messagesOnly(), page.least());
  }

  // In an auditorium, who comes and goes is not for everybody.
  private boolean isFor(Event event) {
    return !(event.where() instanceof ChannelName name)
        || salon
            .look(actor, name)
            .filter(channel -> Auditorium.hides(event, channel, actor))
            .isEmpty();
  }

  private boolean isShown(Event event) {
    return !lines(event).isEmpty();
  }

  List<Line> lines(List<Event> events) {
    return events.stream().flatMap(event -> lines(event).stream()).toList();
  }

  private List<Line> lines(Event event) {
    if (event instanceof Edited) {
      return List.of();
    }
    return Pieces.of(event, reader, lineBytes);
  }
}
