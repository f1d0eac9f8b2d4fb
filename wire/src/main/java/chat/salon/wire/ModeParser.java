package chat.salon.wire;

import chat.salon.wire.ModeString.Change;
import chat.salon.wire.ModeString.Kinds;
import java.util.ArrayList;
import java.util.List;

/// The parameters of MODE to a [ModeString].
final class ModeParser {
  private final List<String> params;
  private final Kinds kinds;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<Change> missing = new ArrayList<>();
  private int next;

  ModeParser(List<String> params, Kinds kinds) {
    this.params = params;
    this.kinds = kinds;
  }

  ModeString parse() {
    while (next < params.size()) {
      var letters = params.get(next++);
      if (next == 1 || signed(letters)) letters(letters);
    }
    return new ModeString(changes, unknown, missing);
  }

  private void letters(String letters) {
    boolean add = true;
    for (int i = 0; i < letters.length(); i = Utf8.after(letters, i)) {
      int letter = letters.codePointAt(i);
      if (letter == '+' || letter == '-') {
        add = letter == '+';
      } else if (Character.isBmpCodePoint(letter) && kinds.has((char) letter)) {
        mode(add, (char) letter);
      } else {
        unknown.add(Character.toString(letter));
      }
    }
  }

  private void mode(boolean add, char mode) {
    if (!kinds.takesArg(mode, add)) {
      changes.add(new Change(add, mode, null));
    } else if (next < params.size()) {
      changes.add(new Change(add, mode, params.get(next++)));
    } else {
      var bare = new Change(add, mode, null);
      (kinds.isList(mode) ? changes : missing).add(bare);
    }
  }

  private static boolean signed(String letters) {
    return letters.startsWith("+") || letters.startsWith("-");
  }
}
