package chat.salon.irc;

import chat.salon.core.Bonded;
import chat.salon.core.ChannelName;
import chat.salon.core.Delivery;
import chat.salon.core.Event;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.PersonChanged;
import chat.salon.irc.channel.JoinReplies;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;

/// What one client is shown of what happens. Lives on its event loop: only that thread calls it.
final class View {
  private final IrcSession session;
  private Caps caps = Caps.NONE; // changes where the client is told, later than the session's
  private Caps eventCaps = Caps.NONE;

  View(IrcSession session) {
    this.session = session;
  }

  /// Changes the capabilities, for what is shown from now on.
  void caps(Caps now) {
    caps = now;
    eventCaps = now.shaping();
  }

  /// Whether this session is not shown an event as others with the same capabilities are: it asked
  /// for it, it is about the person, or a labelled answer is being put together.
  boolean seesForItself(Delivery delivery) {
    return delivery.isFrom(session)
        || session.silences().hides(delivery.event())
        || Rehosting.isFor(session, caps, delivery.event())
        || session.outbox().isCorked()
        || (session.metadata().isSubscribed() && MetadataLines.mayTell(delivery.event()))
        || session.personId().equals(EventLines.subject(delivery.event()));
  }

  private Reader reader() {
    return new Reader(eventCaps(), session.personId(), session.serverName());
  }

  /// Shows an event.
  void show(Delivery delivery) {
    var event = delivery.event();
    boolean isMine = delivery.isFrom(session);
    if (!isMine && session.silences().hides(event)) {
      return;
    }
    if (isMine
        && !EventLines.isShownToItsOrigin(event, caps)
        && !EventLines.isSaidToOneself(event)) {
      return;
    }
    int most = session.settings().lineBytes();
    var lines = Pieces.of(event, reader(), most);
    if (event instanceof PersonChanged changed) {
      lines = hosted(changed, lines);
    }
    if (!isMine) {
      session.outbox().send(lines, false);
      session.outbox().send(MetadataLines.of(session, event), false);
      if (event instanceof Joined joined && joined.who().id().equals(session.personId())) {
        greet(joined.where());
      }
      greetIn(event);
      return;
    }
    if (EventLines.isShownToItsOrigin(event, caps)) {
      var origin = delivery.origin();
      session.outbox().send(lines, origin != null && origin.label() != null);
      greetIn(event);
    }
    if (EventLines.isSaidToOneself(event)) {
      session.outbox().send(lines, false);
    }
  }

  private List<Line> hosted(PersonChanged changed, List<Line> lines) {
    if (Rehosting.isFor(session, caps, changed)) {
      return Rehosting.lines(session, changed, reader(), lines);
    }
    if (Rehosting.isElsewhere(changed)
        && session.personId().equals(changed.after().id())
        && !caps.has(Cap.CHGHOST)) {
      var all = new ArrayList<>(lines);
      all.add(session.numeric("396", changed.after().host(), "is now your displayed host"));
      return all;
    }
    return lines;
  }

  /// Shows that somebody asks to be friends, or is one now.
  void show(Bonded now) {
    var name = now.other().shown();
    var text =
        switch (now.bond()) {
          case FRIENDS -> name + " is your friend now";
          case ASKS ->
              name
                  + " asks to be your friend: say FRIEND "
                  + name
                  + " to me to accept, UNFRIEND "
                  + name
                  + " to refuse";
          case ASKED, NONE -> null;
        };
    if (text != null && session.isRegistered()) {
      session.outbox().send(new Voice(session, "NickServ").says(text).lines(), false);
    }
  }

  // Who does not know that channels are renamed has come into another.
  private void greetIn(Event event) {
    if (event instanceof Moved moved
        && !caps.has(Cap.CHANNEL_RENAME)
        && !RenameLines.isOtherwiseWritten(moved)) {
      greet(moved.where());
    }
  }

  // Another session of the same person entered a channel: this one has to be told of it too.
  private void greet(ChannelName channel) {
    Thread.startVirtualThread(() -> {
      if (session.isRegistered()) {
        session.tell(JoinReplies.of(session, channel).lines());
      }
    });
  }

  /// What the look of events depends on.
  Caps eventCaps() {
    return eventCaps.has(Cap.OPER_TAG) && !seesOperTags()
        ? eventCaps.without(Cap.OPER_TAG)
        : eventCaps;
  }

  private boolean seesOperTags() {
    return switch (session.door().staff().settings().tag()) {
      case EVERYBODY -> true;
      case OPERATORS ->
          session
              .salon()
              .people()
              .directory()
              .find(session.personId())
              .filter(who -> who.standing().oper())
              .isPresent();
      case NOBODY -> false;
    };
  }

  /// The line with the time, for a client that wants it and a line that has none. Of a message in
  /// several lines only the batch has one.
  Line dated(Line line) {
    return caps.has(Cap.SERVER_TIME)
            && !line.tags().has("time")
            && !(line.tags().has("batch") && line.command().equals("PRIVMSG"))
        ? line.with("time", EventLines.time(session.door().now()))
        : line;
  }
}
