package chat.salon.core.search;

import java.util.ArrayList;
import java.util.List;

/// What somebody searches for: messages that meet every clause. Of several people, and of several
/// places, one is enough.
public record Query(List<Clause> clauses) implements Parsed {
  public Query {
    clauses = List.copyOf(clauses);
  }

  /// The same with more clauses.
  public Query and(List<Clause> more) {
    var all = new ArrayList<>(clauses);
    all.addAll(more);
    return new Query(all);
  }

  /// Whether it says anything that a message has to be.
  boolean isPositive() {
    return clauses.stream().anyMatch(clause -> !clause.isExcluded());
  }
}
