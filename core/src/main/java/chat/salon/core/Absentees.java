package chat.salon.core;

import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Split;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who went with a lost node, and from which channels: whoever comes back there in time comes back
/// from that loss. A bounded number of them, the oldest are forgotten first. Any thread.
final class Absentees {
  private static final int MOST = 65_536;

  private final Map<Seat, Loss> losses =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Seat, Loss> eldest) {
          return size() > MOST;
        }
      };

  /// @param party as whom somebody is known again: they have another id when they come back
  private record Seat(ChannelName where, String party) {
    static Seat of(ChannelName where, Person who) {
      return new Seat(where, Pair.party(who));
    }
  }

  /// What they were lost with.
  ///
  /// @param near the name of the node that told of it
  /// @param far the name of the lost one
  record Loss(String near, String far, Instant at) {}

  synchronized void left(Split split) {
    var loss = new Loss(split.near(), split.far(), split.stamp().time());
    for (var who : split.gone()) {
      losses.put(Seat.of(split.where(), who), loss);
    }
  }

  /// The loss that somebody comes back from.
  ///
  /// @param within this time after it
  synchronized Optional<Loss> of(Joined joined, Duration within) {
    if (losses.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(losses.get(Seat.of(joined.where(), joined.who())))
        .filter(loss -> joined.stamp().time().isBefore(loss.at().plus(within)));
  }

  /// Somebody is there again: the next time they come they come by themselves.
  synchronized void cameBack(Joined joined) {
    losses.remove(Seat.of(joined.where(), joined.who()));
  }
}
