package chat.salon.store.search;

import chat.salon.core.search.MessageSearch.Mark;
import chat.salon.core.search.Query;
import java.util.ArrayList;
import java.util.List;

/// Where a text has what was searched for. Pure.
final class Marks {
  private Marks() {}

  static List<Mark> of(Query query, String text) {
    var sought = Sought.positive(query.clauses());
    if (sought.isEmpty()) {
      return List.of();
    }
    var words = Words.of(text);
    var isMarked = new boolean[words.size()];
    for (int i = 0; i < isMarked.length; i++) {
      for (var one : sought) {
        if (one.isAt(words, i)) {
          java.util.Arrays.fill(isMarked, i, i + one.words().size(), true);
        }
      }
    }
    var marks = new ArrayList<Mark>();
    for (int i = 0; i < isMarked.length; i++) {
      if (isMarked[i]) {
        var word = words.get(i);
        marks.add(new Mark(word.start(), word.end() - word.start()));
      }
    }
    return List.copyOf(marks);
  }
}
