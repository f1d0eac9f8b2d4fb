package chat.salon.irc;

import chat.salon.wire.Groups;
import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;
import java.util.List;

/// Words on lines. Pure.
final class Words {
  private static final int MOST_NAMED = 200;

  private Words() {}

  /// The words separated by spaces, in as few texts of so many bytes as it takes; none for no
  /// words.
  static List<String> lines(List<String> words, int mostBytes) {
    return Groups.of(words, Integer.MAX_VALUE, mostBytes).stream()
        .map(group -> String.join(" ", group))
        .toList();
  }

  /// What a client sent as it can be named in an answer, before its last parameter.
  static String named(String text) {
    return Line.word(TextSplit.fit(text, MOST_NAMED));
  }

  /// A numeric address as it can stand before the last parameter: `::1` begins with a colon.
  static String address(String address) {
    return address.startsWith(":") ? "0" + address : address;
  }
}
