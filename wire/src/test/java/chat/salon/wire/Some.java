package chat.salon.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random pieces of the grammar, with a liking for what breaks parsers.
final class Some {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "0",
          "#",
          ":",
          ";",
          "=",
          "\\",
          "\\s",
          "@",
          "+",
          "-",
          "!",
          ",",
          "\t",
          "\1",
          "\2",
          "é",
          "ß",
          "ı",
          "日",
          "\u0301",
          "\u200D",
          "😀",
          "👩\u200D🚀",
          "🇩🇪",
          "\uFFFD",
          "\uE000",
          "\u07FF",
          "\u0800",
          "\uFFFF",
          "\uD800\uDC00",
          "\uDBFF\uDFFF",
          "~",
          "\u007F",
          "\u0080",
          "\u2028");

  private Some() {}

  static String word(Random random) {
    var word = pieces(random, 8, "");
    return word.isEmpty() || word.startsWith(":") || word.startsWith("@") ? "x" + word : word;
  }

  static String text(Random random) {
    return pieces(random, 12, " ");
  }

  static String ascii(Random random) {
    return random
        .ints(random.nextInt(12), '!', '\u007F')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static Tags tags(Random random) {
    var tags = Tags.EMPTY;
    for (int i = random.nextInt(5); i > 0; i--) {
      var key = word(random).replace(";", "").replace("=", "");
      if (key.isEmpty()) continue;
      tags = tags.with(random.nextBoolean() ? key : '+' + key, pieces(random, 6, " \r\n"));
    }
    return tags;
  }

  static Line line(Random random) {
    var params = new ArrayList<String>();
    for (int i = random.nextInt(6); i > 0; i--) params.add(word(random));
    if (random.nextBoolean()) params.add(text(random));
    var source = random.nextBoolean() ? word(random) : null;
    return new Line(tags(random), source, random.nextBoolean() ? "PRIVMSG" : word(random), params);
  }

  static byte[] bytes(Random random, int most) {
    var bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    var common = " :@;=\r\n\0aZ";
    for (int i = 0; i < bytes.length; i++) {
      if (random.nextInt(3) > 0) bytes[i] = (byte) common.charAt(random.nextInt(common.length()));
    }
    return bytes;
  }

  private static String pieces(Random random, int most, String more) {
    var text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      int pick = random.nextInt(PIECES.size() + more.length());
      text.append(pick < more.length() ? "" + more.charAt(pick) : PIECES.get(pick - more.length()));
    }
    return text.toString();
  }
}
