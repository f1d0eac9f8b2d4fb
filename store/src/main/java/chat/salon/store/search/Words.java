package chat.salon.store.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// The words of a text. Any thread.
final class Words {
  static final Analyzer PLAIN = new WordAnalyzer(false);
  static final Analyzer STEMS = new WordAnalyzer(true);
  private static final char COLOUR = '\u0003';

  private Words() {}

  /// A word.
  ///
  /// @param plain without accents and capitals
  /// @param stem what its forms have in common
  /// @param start where it begins in the text
  /// @param end where it ends
  record Word(String plain, String stem, int start, int end) {}

  /// All of them, in order.
  static List<Word> of(String text) {
    var visible = visible(text);
    var words = new ArrayList<Word>();
    try (var plain = PLAIN.tokenStream("", visible);
        var stems = STEMS.tokenStream("", visible)) {
      var word = plain.addAttribute(CharTermAttribute.class);
      var place = plain.addAttribute(OffsetAttribute.class);
      var stem = stems.addAttribute(CharTermAttribute.class);
      plain.reset();
      stems.reset();
      while (plain.incrementToken() && stems.incrementToken()) {
        words.add(
            new Word(word.toString(), stem.toString(), place.startOffset(), place.endOffset()));
      }
      plain.end();
      stems.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory
    }
    return words;
  }

  /// A text as long as this one, with spaces where it has the formatting of IRC.
  static String visible(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) >= ' ') {
      first++;
    }
    return first == text.length() ? text : withoutFormatting(text, first);
  }

  private static String withoutFormatting(String text, int first) {
    var visible = text.toCharArray();
    for (int i = first; i < visible.length; i++) {
      if (visible[i] == COLOUR) {
        int end = digits(visible, i + 1);
        boolean hasBackground = end > i + 1 && end < visible.length && visible[end] == ',';
        end = hasBackground ? Math.max(end, digits(visible, end + 1)) : end;
        java.util.Arrays.fill(visible, i, end, ' ');
        i = end - 1;
      } else if (visible[i] < ' ') {
        visible[i] = ' ';
      }
    }
    return new String(visible);
  }

  // Behind at most two of them.
  private static int digits(char[] text, int from) {
    int end = from;
    while (end < text.length && end < from + 2 && text[end] >= '0' && text[end] <= '9') {
      end++;
    }
    return end;
  }
}
