package chat.salon.core;

import chat.salon.core.Event.Later;
import chat.salon.core.Event.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Shows people of this node what is said to them privately, each message once: a new owner tells
/// again what the one before may not have told everybody. Any thread; may wait for the disk when an
/// owner has died.
final class PrivateTalk {
  private static final int PAIRS_REMEMBERED = 65_536;

  private final Audience audience;
  private final CatchUp catchUp;
  private final SequencedMap<Pair, Long> shownUpTo =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Long> eldest) {
          return size() > PAIRS_REMEMBERED;
        }
      };

  PrivateTalk(Audience audience, CatchUp catchUp) {
    this.audience = audience;
    this.catchUp = catchUp;
  }

  /// What an owner has for this node. Without an origin is what it found in the log.
  void carry(List<Delivery> deliveries) {
    var unseen = unseen(deliveries);
    if (unseen.isEmpty()) {
      return;
    }
    var first = unseen.getFirst();
    var where = first.event().where();
    if (first.origin() == null && isTalk(first.event())) {
      withOrigins(where, unseen).forEach(audience::deliverLate);
    } else {
      audience.deliver(unseen);
    }
  }

  private static boolean isTalk(Event event) {
    return event instanceof Said || event instanceof Later;
  }

  private List<Delivery> withOrigins(ConversationId<?> where, List<Delivery> fromLog) {
    try {
      return catchUp.withOrigins(where, fromLog);
    } catch (StoreException _) {
      return fromLog; // better shown as from elsewhere than not at all
    }
  }

  // Of one conversation, whose ids only go up.
  private synchronized List<Delivery> unseen(List<Delivery> deliveries) {
    var first = deliveries.getFirst().event();
    if (!(isTalk(first) && first.where() instanceof Pair pair)) {
      return deliveries;
    }
    long upTo = shownUpTo.getOrDefault(pair, 0L);
    var unseen = new ArrayList<Delivery>(deliveries.size());
    for (var delivery : deliveries) {
      var stamp = delivery.event().stamp();
      if (!delivery.event().isKept()) {
        unseen.add(delivery);
      } else if (stamp.id() > upTo) {
        unseen.add(delivery);
        upTo = stamp.id();
      }
    }
    shownUpTo.putLast(pair, upTo);
    return unseen;
  }
}
