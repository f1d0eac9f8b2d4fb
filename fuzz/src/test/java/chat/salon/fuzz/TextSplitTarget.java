package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.wire.Groups;
import chat.salon.wire.TextSplit;
import java.util.ArrayList;
import java.util.List;

/// Cutting texts, `bytes LF text`: joined they are the text again, each fits, and no character is
/// cut.
public final class TextSplitTarget {
  private static final int MOST_DIGITS = 4;
  private static final int LONGEST_POINT = 4;

  private TextSplitTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var two = Texts.two(input);
    boolean isNumber = two[0].matches("[0-9]{1," + MOST_DIGITS + "}");
    int most = isNumber ? Integer.parseInt(two[0]) : 16;
    fit(two[1], most);
    groups(List.of(two[1].split(" ", -1)), most);
    if (most >= LONGEST_POINT) split(two[1], most);
  }

  private static void fit(String text, int most) {
    var fit = TextSplit.fit(text, most);
    Check.that(text.startsWith(fit), "not its beginning");
    Check.that(size(fit) <= most, "too long");
    if (size(text) <= most) Check.same(text, fit, "short enough");
    whole(text, fit);
  }

  private static void split(String text, int most) {
    var pieces = TextSplit.split(text, most);
    Check.same(text, String.join("", pieces), "joined");
    for (var piece : pieces) {
      Check.that(size(piece) <= most, "too long");
      Check.that(!piece.isEmpty() || pieces.size() == 1, "empty piece");
      whole(text, piece);
    }
  }

  private static void whole(String text, String part) {
    if (Check.isWhole(text)) Check.that(Check.isWhole(part), "half a character");
  }

  private static void groups(List<String> words, int most) {
    var groups = Groups.of(words, 5, most);
    var again = new ArrayList<String>();
    for (var group : groups) {
      int bytes = size(String.join(" ", group));
      Check.that(group.size() == 1 || (group.size() <= 5 && bytes <= most), "too long a line");
      again.addAll(group);
    }
    Check.same(words, again, "all words");
  }

  private static int size(String text) {
    return text.getBytes(UTF_8).length;
  }
}
