package chat.salon.cluster;

import chat.salon.core.Cuts;
import chat.salon.core.RelayTag;
import java.util.Set;

/// What a text may hold in its place, so that it never breaks out of a line of IRC, whoever sent
/// it. Checked where it is written too: it would be lost on the way.
enum Text {
  /// The last parameter of a line.
  LINE,
  /// What people say: lines, which IRC is told one by one.
  LINES,
  /// Any other parameter, or a part of one: not empty, without a space, no `:` in front.
  WORD,
  /// The user or the host of `nick!user@host`: a word that is no more of it.
  MASK_PART,
  /// The key of a client-only tag, or of one that goes with a message and is our own.
  TAG_KEY,
  /// The value of a tag, not yet escaped.
  TAG_VALUE;

  private static final Set<String> OWN = Set.of(Cuts.TAG, RelayTag.NAME);

  /// In bytes of UTF-8. No text that people may write is longer, whatever is configured.
  static final int LONGEST = 1 << 20;

  void write(Writer out, String text) {
    if (!allows(text)) {
      throw new IllegalArgumentException(problem());
    }
    out.text(text);
  }

  String read(Reader in) {
    var text = in.text();
    if (!allows(text)) {
      throw in.bad(problem());
    }
    return text;
  }

  private String problem() {
    return switch (this) {
      case LINE -> "a text with NUL, CR or LF";
      case LINES -> "a text with NUL or CR";
      case WORD -> "a word that is empty or has a space, NUL, CR, LF or a colon in front";
      case MASK_PART -> "a user or host that is no word, or has ! or @";
      case TAG_KEY -> "a tag that is not a client's";
      case TAG_VALUE -> "the value of a tag with NUL";
    };
  }

  private boolean allows(String text) {
    return switch (this) {
      case LINE -> isLine(text);
      case LINES -> hasNone(text, "\r\0");
      case WORD -> isWord(text);
      case MASK_PART -> isWord(text) && text.indexOf('!') < 0 && text.indexOf('@') < 0;
      case TAG_KEY ->
          isLine(text) && hasNone(text, " ;=") && (text.startsWith("+") || OWN.contains(text));
      case TAG_VALUE -> text.indexOf('\0') < 0;
    };
  }

  private static boolean isLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\0') < 0;
  }

  private static boolean isWord(String text) {
    return isLine(text) && !text.isEmpty() && text.charAt(0) != ':' && text.indexOf(' ') < 0;
  }

  private static boolean hasNone(String text, String forbidden) {
    return forbidden.chars().allMatch(c -> text.indexOf(c) < 0);
  }
}
