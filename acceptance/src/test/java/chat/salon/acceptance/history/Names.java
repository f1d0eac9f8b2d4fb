package chat.salon.acceptance.history;

import static chat.salon.acceptance.history.Invariant.N10;

import chat.salon.acceptance.history.Entry.Held;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Who had which name: never two at a time.
final class Names {
  private Names() {}

  static void judge(List<Entry> log, Findings findings) {
    var last = new HashMap<String, Held>();
    log.stream()
        .filter(Held.class::isInstance)
        .map(Held.class::cast)
        .sorted(Comparator.comparingLong(Held::from))
        .forEach(held -> {
          var before = last.get(held.name());
          if (before != null
              && before.until() > held.from()
              && !before.holder().equals(held.holder())) {
            findings.add(N10, "two have the name " + held.name(), before, held);
          }
          if (before == null || held.until() > before.until()) {
            last.put(held.name(), held);
          }
        });
  }
}
