package chat.salon.cluster;

import chat.salon.core.Listing;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// What the directory said of people until a while ago: what was asked for them then may still be
/// under way. Any thread reads, one thread at a time writes.
final class Trail {
  private static final int MOST_OF_ONE = 32;
  private static final int MOST = 131_072;

  private final long nanos;
  private final Map<PersonId, List<Listing>> former = new ConcurrentHashMap<>();
  private final ArrayDeque<Step> steps = new ArrayDeque<>(); // the oldest first

  private record Step(Listing listing, long since) {}

  /// @param memory for how long it is kept
  Trail(Duration memory) {
    nanos = memory.toNanos();
  }

  /// What was so until now.
  void add(Listing before) {
    long now = System.nanoTime();
    steps.add(new Step(before, now));
    former.merge(before.person().id(), List.of(before), Trail::newestFirst);
    sweep(now);
  }

  private static List<Listing> newestFirst(List<Listing> older, List<Listing> newer) {
    var all = new ArrayList<>(newer);
    all.addAll(older);
    return List.copyOf(all.subList(0, Math.min(all.size(), MOST_OF_ONE)));
  }

  /// Forgets what is too old. Called now and then.
  void sweep() {
    sweep(System.nanoTime());
  }

  private void sweep(long now) {
    for (var oldest = steps.peek();
        oldest != null && (now - oldest.since() > nanos || steps.size() > MOST);
        oldest = steps.peek()) {
      steps.remove();
      forget(oldest.listing());
    }
  }

  private void forget(Listing listing) {
    former.computeIfPresent(
        listing.person().id(),
        (_, all) -> {
          if (!all.getLast().equals(listing)) {
            return all; // had too many, and forgot it long ago
          }
          return all.size() == 1 ? null : List.copyOf(all.subList(0, all.size() - 1));
        });
  }

  /// What was so of somebody, the newest first.
  List<Listing> of(PersonId who) {
    return former.getOrDefault(who, List.of());
  }

  /// Whether nothing differs that a node could be asked to prove: an away message says nothing.
  static boolean isAlike(Listing one, Listing other) {
    return one.nodes().equals(other.nodes())
        && isSame(one.person(), other.person())
        && one.person().standing().role() == other.person().standing().role();
  }

  /// Whether two descriptions say the same of who somebody is.
  static boolean isSame(Person one, Person other) {
    return one.id().equals(other.id())
        && one.nick().shown().equals(other.nick().shown())
        && one.user().equals(other.user())
        && one.host().equals(other.host())
        && Objects.equals(one.account(), other.account());
  }
}
