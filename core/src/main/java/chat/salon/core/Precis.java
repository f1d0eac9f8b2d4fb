package chat.salon.core;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Names in any script: what they may have, and in which form they are compared. After the username
/// profiles of PRECIS (RFC 8265), and stricter: letters of other scripts that look like those that
/// a name has are the same letters (UTS #39), so that no two scripts can imitate each other. Among
/// themselves ASCII letters stay what they are. Pure, any thread.
final class Precis {
  private static final String TABLE = "confusables.txt";

  private static final class Lookalikes {
    static final Map<Integer, String> ALL = read();
  }

  private Precis() {}

  /// The form in which a name is compared. Folding it once more changes nothing.
  static String fold(String name) {
    var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var folded = new StringBuilder(plain.length());
    plain
        .codePoints()
        .forEach(c -> {
          var like = c < 0x80 ? null : Lookalikes.ALL.get(c);
          if (like == null) {
            folded.appendCodePoint(c);
          } else {
            folded.append(like);
          }
        });
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /// Whether a nick may be written so: letters, digits and marks beyond ASCII, composed, no mark at
  /// the beginning, and all in one direction.
  ///
  /// @param text whose ASCII has been looked at already
  static boolean isWritten(String text) {
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFKC) || isMark(text.codePointAt(0))) {
      return false;
    }
    boolean isLeftToRight = false;
    boolean isRightToLeft = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c >= 0x80 && !Character.isLetterOrDigit(c) && !isMark(c)) {
        return false;
      }
      int direction = Character.getDirectionality(c);
      isLeftToRight |= direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
      isRightToLeft |=
          direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
              || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
    return !(isLeftToRight && isRightToLeft);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static Map<Integer, String> read() {
    try (var in = Precis.class.getResourceAsStream(TABLE)) {
      var all = new HashMap<Integer, String>();
      for (var line :
          new String(Objects.requireNonNull(in, TABLE).readAllBytes(), US_ASCII).split("\n")) {
        if (!line.startsWith("#")) {
          var points = line.split(" ");
          var like = new StringBuilder();
          for (int i = 1; i < points.length; i++) {
            like.appendCodePoint(Integer.parseInt(points[i], 16));
          }
          all.put(Integer.parseInt(points[0], 16), like.toString());
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
