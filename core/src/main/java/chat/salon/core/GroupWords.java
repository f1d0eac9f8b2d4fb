package chat.salon.core;

import java.util.ArrayList;
import java.util.List;

/// What people write to make a group: names, and behind a colon what it is called. Pure.
///
/// @param names as they were written, without commas
/// @param title empty for none
public record GroupWords(List<String> names, String title) {
  public GroupWords {
    names = List.copyOf(names);
  }

  /// Takes them apart.
  ///
  /// @param words without spaces
  public static GroupWords of(List<String> words) {
    var names = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.startsWith(":")) {
        var title = String.join(" ", words.subList(i, words.size()));
        return new GroupWords(names, title.substring(1).strip());
      }
      var name = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return new GroupWords(names, "");
  }
}
