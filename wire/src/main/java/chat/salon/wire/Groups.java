package chat.salon.wire;

import java.util.ArrayList;
import java.util.List;

/// Words dealt out to lines: so many to a line at most, and within so many bytes when joined by
/// single spaces.
public final class Groups {
  private Groups() {}

  /// In order; a word that is too long by itself gets a line of its own.
  public static List<List<String>> of(List<String> words, int mostWords, int mostBytes) {
    var groups = new ArrayList<List<String>>();
    var group = new ArrayList<String>();
    int size = 0;
    for (var word : words) {
      int more = Utf8.size(word) + 1;
      if (!group.isEmpty() && (group.size() == mostWords || size + more - 1 > mostBytes)) {
        groups.add(List.copyOf(group));
        group.clear();
        size = 0;
      }
      group.add(word);
      size += more;
    }
    if (!group.isEmpty()) groups.add(List.copyOf(group));
    return List.copyOf(groups);
  }
}
