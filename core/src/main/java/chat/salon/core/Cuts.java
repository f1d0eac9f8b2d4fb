package chat.salon.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where who said a message cut its long lines (IRCv3 draft/multiline, `draft/multiline-concat`):
/// kept with it as a tag of our own, so that those whose clients know no long lines are shown the
/// pieces that its author chose. Pure.
public final class Cuts {
  /// The tag. Its value: where pieces begin that go on a line, in UTF-16 units, with commas
  /// between.
  public static final String TAG = "draft/multiline-concat";

  private Cuts() {}

  /// Tags of a message and where it is cut.
  ///
  /// @param cuts increasing; empty for nowhere
  public static Map<String, String> with(Map<String, String> tags, List<Integer> cuts) {
    if (cuts.isEmpty()) {
      return tags;
    }
    var all = new LinkedHashMap<>(tags);
    all.put(TAG, String.join(",", cuts.stream().map(String::valueOf).toList()));
    return Collections.unmodifiableMap(all);
  }

  /// Where a message is cut; nowhere once it has another text.
  public static List<Integer> of(Event.Said said) {
    var written = said.tags().get(TAG);
    return written == null || said.aftermath().edited() != null
        ? List.of()
        : read(written, said.text());
  }

  // What does not fit the text was not meant for it.
  private static List<Integer> read(String written, String text) {
    var cuts = new ArrayList<Integer>();
    int last = 0;
    for (var word : written.split(",")) {
      var cut = number(word);
      if (cut == null || cut <= last || cut >= text.length()) {
        return List.of();
      }
      cuts.add(cut);
      last = cut;
    }
    return List.copyOf(cuts);
  }

  private static @Nullable Integer number(String word) {
    try {
      return Integer.valueOf(word);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// The lines of a text, each in its pieces; joined, with a line feed after each line but the
  /// last, they are the text again.
  public static List<List<String>> lines(String text, List<Integer> cuts) {
    var lines = new ArrayList<List<String>>();
    int from = 0;
    for (var line : text.split("\n", -1)) {
      int end = from + line.length();
      var pieces = new ArrayList<String>();
      int begin = from;
      for (int cut : cuts) {
        if (cut > begin && cut < end) {
          pieces.add(text.substring(begin, cut));
          begin = cut;
        }
      }
      pieces.add(text.substring(begin, end));
      lines.add(List.copyOf(pieces));
      from = end + 1;
    }
    return List.copyOf(lines);
  }
}
