package chat.salon.irc;

import chat.salon.core.Delivery;
import chat.salon.core.PersonId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a turn of a conversation has for the readers on one event loop: encoded once for each class
/// of them. Lives for one task of that loop; only that thread calls it.
final class Round {
  private final List<Delivery> deliveries;
  private final List<Encoded> encoded = new ArrayList<>(2);
  private final Set<Long> origins = new HashSet<>();
  private final Set<PersonId> subjects = new HashSet<>();
  private boolean mayTellMetadata;
  private boolean movesSomebody;

  Round(List<Delivery> deliveries) {
    this.deliveries = deliveries;
    for (var delivery : deliveries) {
      if (delivery.origin() != null) {
        origins.add(delivery.origin().session());
      }
      var subject = EventLines.subject(delivery.event());
      if (subject != null) {
        subjects.add(subject);
      }
      mayTellMetadata |= MetadataLines.mayTell(delivery.event());
      movesSomebody |= Rehosting.isElsewhere(delivery.event());
    }
  }

  /// Shows the events to a session: to nearly all of them as one run of bytes.
  void show(IrcSession session) {
    var bytes = encoded(session);
    if (!maySeeForItself(session)) {
      bytes.write(0, deliveries.size(), session.outbox());
      return;
    }
    int from = 0;
    for (int i = 0; i < deliveries.size(); i++) {
      if (session.view().seesForItself(deliveries.get(i))) {
        bytes.write(from, i, session.outbox());
        session.view().show(deliveries.get(i));
        from = i + 1;
      }
    }
    bytes.write(from, deliveries.size(), session.outbox());
  }

  // Asked of each reader once, and not of each reader and event.
  private boolean maySeeForItself(IrcSession session) {
    return session.outbox().isCorked()
        || !session.silences().isEmpty()
        || origins.contains(session.id())
        || (movesSomebody && session.door().hosts().settings().fallback())
        || (mayTellMetadata && session.metadata().isSubscribed())
        || (!subjects.isEmpty() && subjects.contains(session.personId()));
  }

  private Encoded encoded(IrcSession session) {
    var caps = session.view().eventCaps();
    for (var one : encoded) {
      if (one.isFor(caps)) {
        return one;
      }
    }
    var one = Encoded.of(deliveries, caps, session.serverName(), session.settings().lineBytes());
    encoded.add(one);
    return one;
  }

  /// Gives the bytes back, as far as no reader still waits for them.
  void release() {
    encoded.forEach(Encoded::release);
  }
}
