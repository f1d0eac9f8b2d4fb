package chat.salon.web;

import chat.salon.core.Delivery;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a turn of a conversation has for the readers on one event loop: encoded once, shared by all
/// but those to whom it looks different. Whom a message mentions share one more encoding of it.
/// Lives for one task of that loop; only that thread calls it.
final class Round {
  private final List<Delivery> deliveries;
  private final List<Mentioning> mentions;
  private final boolean mayMention;
  private final boolean hasSequels;
  private final Set<Long> origins = new HashSet<>();
  private final Set<PersonId> subjects = new HashSet<>();
  private final Map<Integer, Encoded> toMentioned = new HashMap<>();
  private @Nullable Encoded encoded;

  Round(List<Delivery> deliveries) {
    this.deliveries = deliveries;
    this.mentions = deliveries.stream().map(one -> Mentioning.of(one.event())).toList();
    this.mayMention = mentions.stream().anyMatch(Mentioning::mayBe);
    this.hasSequels = deliveries.stream().anyMatch(one -> Sequel.has(one.event()));
    for (var delivery : deliveries) {
      var origin = delivery.origin();
      if (origin != null) {
        origins.add(origin.session());
      }
      var subject = EventFrames.subject(delivery.event());
      if (subject != null) {
        subjects.add(subject);
      }
    }
  }

  /// Shows the events to a session: to nearly all of them as one run of bytes.
  void show(WebSession session) {
    var peer = (SocketPeer) session.peer();
    var mentioned = mentioned(session);
    if (mentioned.isEmpty()
        && !origins.contains(session.id())
        && !subjects.contains(session.personId())) {
      encoded().write(0, deliveries.size(), peer.outbox());
    } else {
      showEach(session, peer, mentioned);
    }
    if (hasSequels) {
      tellSequels(session);
    }
  }

  private void showEach(WebSession session, SocketPeer peer, Set<Integer> mentioned) {
    var bytes = encoded();
    int from = 0;
    for (int i = 0; i < deliveries.size(); i++) {
      boolean isItsOwn = peer.seesForItself(session, deliveries.get(i));
      if (isItsOwn || mentioned.contains(i)) {
        bytes.write(from, i, peer.outbox());
        from = i + 1;
      }
      if (isItsOwn) {
        peer.view(session, deliveries.get(i));
      } else if (mentioned.contains(i)) {
        toMentioned.computeIfAbsent(i, this::marked).write(0, 1, peer.outbox());
      }
    }
    bytes.write(from, deliveries.size(), peer.outbox());
  }

  // Which of the events mention the person.
  private Set<Integer> mentioned(WebSession session) {
    var reader = mayMention ? session.somebody() : Optional.<Person>empty();
    var found = new HashSet<Integer>(1);
    for (int i = 0; reader.isPresent() && i < mentions.size(); i++) {
      if (mentions.get(i).mentions(reader.get()) && !session.blocks(mentions.get(i).by())) {
        found.add(i);
      }
    }
    return found;
  }

  private void tellSequels(WebSession session) {
    for (var delivery : deliveries) {
      if (Sequel.has(delivery, session)) {
        session.happened(delivery.event());
      }
    }
  }

  private Encoded marked(int index) {
    var frames = EventFrames.of(deliveries.get(index).event());
    frames.forEach(Mentioning::mark);
    return Encoded.of(List.of(frames));
  }

  private Encoded encoded() {
    var now = encoded;
    if (now == null) {
      now = Encoded.of(deliveries.stream().map(one -> EventFrames.of(one.event())).toList());
      encoded = now;
    }
    return now;
  }

  /// Gives the bytes back, as far as no reader still waits for them.
  void release() {
    if (encoded != null) {
      encoded.release();
    }
    toMentioned.values().forEach(Encoded::release);
  }
}
