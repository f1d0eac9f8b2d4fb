package chat.salon.core;

import java.util.Set;

/// Somebody in the directory. Plain data.
///
/// @param nodes on which they have sessions; empty when they have gone, or are just going
public record Listing(Person person, Set<Integer> nodes) {
  public Listing {
    nodes = Set.copyOf(nodes);
  }

  Listing with(Person changed) {
    return new Listing(changed, nodes);
  }

  Listing onNodes(Set<Integer> changed) {
    return new Listing(person, changed);
  }
}
