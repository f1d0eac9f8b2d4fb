package chat.salon.acceptance.history;

import chat.salon.acceptance.history.Entry.Kept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of a channel's messages as its history has it when all is over, with what the log
/// knows of the time of each.
final class Order {
  static final int NOWHERE = -1;

  private final List<Kept> kept;
  private final Map<String, Integer> places = new HashMap<>();
  private final long[] latestCalledUpTo;
  private final long[] earliestKnownFrom;

  Order(List<Kept> kept, Sightings sightings) {
    this.kept = kept;
    int size = kept.size();
    latestCalledUpTo = new long[size + 1];
    earliestKnownFrom = new long[size + 1];
    latestCalledUpTo[0] = Long.MIN_VALUE;
    earliestKnownFrom[size] = Long.MAX_VALUE;
    for (int place = 0; place < size; place++) {
      places.putIfAbsent(message(place).msgid(), place);
      latestCalledUpTo[place + 1] =
          Math.max(latestCalledUpTo[place], sightings.called(message(place)));
    }
    for (int place = size - 1; place >= 0; place--) {
      earliestKnownFrom[place] =
          Math.min(earliestKnownFrom[place + 1], sightings.known(message(place)));
    }
  }

  int size() {
    return kept.size();
  }

  Kept kept(int place) {
    return kept.get(place);
  }

  Message message(int place) {
    return kept.get(place).message();
  }

  /// Where a message is, counted from 0, or [#NOWHERE].
  int place(String msgid) {
    return places.getOrDefault(msgid, NOWHERE);
  }

  /// The latest time at which one of the messages before this place was begun to be said.
  long latestCalledBefore(int place) {
    return latestCalledUpTo[place];
  }

  /// The earliest time at which one of the messages from this place on was known to somebody.
  long earliestKnownFrom(int place) {
    return earliestKnownFrom[place];
  }
}
