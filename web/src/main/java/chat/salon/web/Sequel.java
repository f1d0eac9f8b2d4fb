package chat.salon.web;

import chat.salon.core.Delivery;
import chat.salon.core.Event;
import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.MarkedRead;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.SettingsChanged;
import chat.salon.core.Pair;
import chat.salon.core.Stamps;
import chat.salon.core.port.Unread;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What follows an event for one reader, and takes the store to tell: it is told on the reader's
/// own turn.
final class Sequel {
  private Sequel() {}

  /// Whether anything follows, for some of its readers.
  static boolean has(Event event) {
    return switch (event) {
      case MarkedRead _,
          ActivityChanged _,
          SettingsChanged _,
          Joined _,
          Left _,
          Kicked _,
          Redacted _ ->
          true;
      default -> isBeginning(event);
    };
  }

  // The first that was ever said between two people.
  private static boolean isBeginning(Event event) {
    return event instanceof Said said && said.where() instanceof Pair && said.stamp().seq() == 1;
  }

  /// Whether anything follows for this session: what is read or looked at it knows when it said so
  /// itself, of those who come in it is told more of its own person, and what is new to it becomes
  /// less when it may not be read any more.
  static boolean has(Delivery delivery, WebSession session) {
    return switch (delivery.event()) {
      case MarkedRead _, ActivityChanged _, SettingsChanged _ -> !delivery.isFrom(session);
      case Joined joined -> joined.who().id().equals(session.personId());
      case Left left -> session.badge().isShown() && left.who().id().equals(session.personId());
      case Kicked kicked ->
          session.badge().isShown() && kicked.who().id().equals(session.personId());
      case Redacted _ -> session.badge().isShown();
      case Event event -> isBeginning(event);
    };
  }

  /// Tells it. On the session's turn; waits for the store.
  static void tell(WebSession session, Event event) {
    if (!session.isLoggedIn()) {
      return;
    }
    switch (event) {
      case MarkedRead read -> {
        session.tell(session.apart(() -> read(session, read)));
        session.badge().read();
      }
      case SettingsChanged _ -> session.tell(settings(session));
      case ActivityChanged _, Left _, Kicked _, Redacted _ -> session.badge().tell();
      case Joined joined -> {
        Overview.tell(session, joined.where());
        session.badge().tell();
      }
      case Said said when said.where() instanceof Pair pair -> Overview.tell(session, pair);
      default -> throw new IllegalArgumentException("nothing follows " + event);
    }
  }

  private static ObjectNode settings(WebSession session) {
    var account = session.account().name();
    var kept = session.apart(() -> session.door().keptSettings().find(account));
    var frame = Json.object();
    frame.set("settings", Json.parse(kept.json()).orElseGet(Json::object));
    return frame;
  }

  // Null where nothing was read yet.
  private static @Nullable String msgid(MarkedRead marked, Unread unread) {
    long upTo = Math.max(marked.upTo(), unread.marker());
    return upTo == 0 ? null : Stamps.msgid(upTo);
  }

  private static ObjectNode read(WebSession session, MarkedRead marked) {
    var unread = session.salon().reading().unread(session.presence(), marked.read());
    var frame = Json.object().put("read", msgid(marked, unread));
    EventFrames.place(marked.read(), marked.target(), frame);
    frame.put("unread", unread.messages()).put("mentions", unread.mentions());
    return Attended.put(frame, session, marked.read());
  }
}
