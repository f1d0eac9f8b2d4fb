package chat.salon.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What somebody may have meant who wrote a word that does not exist.
final class Nearest {
  private Nearest() {}

  /// The word of fewest changes (a letter put in, left out, replaced or two swapped), when few
  /// enough make it likely.
  static Optional<String> to(String word, Collection<String> words) {
    return words.stream()
        .filter(each -> changes(word, each) <= Math.max(1, Math.min(word.length(), 9) / 3))
        .min(Comparator.comparingInt(each -> changes(word, each)));
  }

  static int changes(String from, String to) {
    var table = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : least(table, from, to, i, j);
      }
    }
    return table[from.length()][to.length()];
  }

  private static int least(int[][] table, String from, String to, int i, int j) {
    int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(table[i - 1][j - 1] + same, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
    boolean isSwap =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return isSwap ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
