package chat.salon.acceptance.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The violations that were found so far.
final class Findings {
  private final List<Violation> violations = new ArrayList<>();

  void add(Invariant invariant, String what, @Nullable Entry... excerpt) {
    add(invariant, 1, what, excerpt);
  }

  void add(Invariant invariant, int messages, String what, @Nullable Entry... excerpt) {
    violations.add(
        new Violation(
            invariant,
            messages,
            what,
            Arrays.stream(excerpt).filter(Objects::nonNull).distinct().toList()));
  }

  List<Violation> all() {
    return List.copyOf(violations);
  }
}
