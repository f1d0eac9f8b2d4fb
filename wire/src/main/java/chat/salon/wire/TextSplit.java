package chat.salon.wire;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/// Cuts text to a number of UTF-8 bytes, never inside a code point (IRCv3 UTF8ONLY, "Implementation
/// considerations") and, unless one character alone is longer than that, never inside what a reader
/// takes for one character (Unicode UAX #29, grapheme clusters).
public final class TextSplit {
  /// How far around a cut grapheme boundaries are looked for: enough for real writing, and bounded.
  private static final int WINDOW = 64;

  private TextSplit() {}

  /// The longest beginning of the text that fits.
  public static String fit(String text, int maxBytes) {
    int end = end(text, 0, maxBytes);
    return end == text.length() ? text : text.substring(0, end);
  }

  /// The text in pieces that fit each; joined they are the text again. An empty text is one piece.
  ///
  /// @throws IllegalArgumentException if `maxBytes` is below 4, the longest code point
  public static List<String> split(String text, int maxBytes) {
    if (maxBytes < 4) throw new IllegalArgumentException("cannot split to " + maxBytes + " bytes");
    var pieces = new ArrayList<String>();
    int from = 0;
    do {
      int end = end(text, from, maxBytes);
      pieces.add(text.substring(from, end));
      from = end;
    } while (from < text.length());
    return List.copyOf(pieces);
  }

  private static int end(String text, int from, int maxBytes) {
    int size = 0;
    int end = from;
    while (end < text.length()) {
      size += Utf8.width(text.codePointAt(end));
      if (size > maxBytes) return grapheme(text, from, end);
      end = Utf8.after(text, end);
    }
    return end;
  }

  /// The last grapheme boundary in `(from, cut]`, or the cut itself when none is near.
  private static int grapheme(String text, int from, int cut) {
    if (cut == from || (plain(text.charAt(cut - 1)) && plain(text.charAt(cut)))) return cut;
    int start = Math.max(from, cut - WINDOW);
    var near = text.substring(start, Math.min(text.length(), cut + WINDOW));
    var graphemes = BreakIterator.getCharacterInstance();
    graphemes.setText(near);
    int boundary =
        graphemes.isBoundary(cut - start) ? cut - start : graphemes.preceding(cut - start);
    return boundary <= 0 ? cut : start + boundary;
  }

  /// Printable ASCII, between two of which there is always a boundary.
  private static boolean plain(char c) {
    return c >= ' ' && c < 0x7F;
  }
}
