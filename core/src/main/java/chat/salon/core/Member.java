package chat.salon.core;

import java.time.Instant;
import java.util.Set;

/// One person's place in a channel.
///
/// @param nodes where they have sessions
public record Member(Person person, Ranks ranks, Instant joined, Set<Integer> nodes) {
  Member with(Person changed) {
    return new Member(changed, ranks, joined, nodes);
  }

  Member with(Ranks changed) {
    return new Member(person, changed, joined, nodes);
  }

  Member onNodes(Set<Integer> changed) {
    return new Member(person, ranks, joined, changed);
  }
}
