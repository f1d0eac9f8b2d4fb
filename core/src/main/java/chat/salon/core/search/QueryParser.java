package chat.salon.core.search;

import chat.salon.core.Fold;
import chat.salon.core.search.Criterion.Feature;
import chat.salon.core.search.Criterion.From;
import chat.salon.core.search.Criterion.Has;
import chat.salon.core.search.Criterion.In;
import chat.salon.core.search.Criterion.Phrase;
import chat.salon.core.search.Criterion.Prefix;
import chat.salon.core.search.Criterion.Since;
import chat.salon.core.search.Criterion.Until;
import chat.salon.core.search.Criterion.Word;
import chat.salon.core.search.Malformed.Fault;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what people write into the field of a search: words, `"phrases"`, `begin*`, `-not`, and
/// filters such as `from:jules in:#classe before:2026-11-01`. What looks like a filter and is none,
/// such as a time or an address, is a word. Goes over the text once; pure.
public final class QueryParser {
  private static final int SHORTEST_PREFIX = 2;

  private final String text;
  private final ZonedDateTime now;
  private final int mostClauses;
  private final List<Clause> clauses = new ArrayList<>();
  private int at;

  private QueryParser(String text, ZonedDateTime now, int mostClauses) {
    this.text = text;
    this.now = now;
    this.mostClauses = mostClauses;
  }

  /// Reads a text, which may be empty: then the query has no clauses.
  ///
  /// @param now what time it is where the asker is
  public static Parsed parse(String text, ZonedDateTime now, SearchSettings settings) {
    return text.length() > settings.queryLength()
        ? new Malformed(Fault.TOO_LONG, settings.queryLength(), "", settings.queryLength())
        : new QueryParser(text, now, settings.clauses()).parse();
  }

  private Parsed parse() {
    while (skipSpace()) {
      var wrong = clause();
      if (wrong != null) {
        return wrong;
      }
      if (clauses.size() > mostClauses) {
        return new Malformed(Fault.TOO_MANY, at, "", mostClauses);
      }
    }
    return new Query(clauses);
  }

  private boolean skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private @Nullable Malformed clause() {
    int start = at;
    boolean isExcluded = text.charAt(at) == '-' && at + 1 < text.length();
    if (isExcluded) {
      at++;
    }
    if (text.charAt(at) == '"') {
      var phrase = quoted();
      return phrase == null
          ? wrong(Fault.UNCLOSED_QUOTE, start, text.length())
          : addText(new Phrase(phrase), phrase, isExcluded);
    }
    var filter = filter();
    return filter == null ? word(isExcluded) : filtered(filter, start, isExcluded);
  }

  // Null when it is not closed.
  private @Nullable String quoted() {
    int end = text.indexOf('"', at + 1);
    if (end < 0) {
      return null;
    }
    var inside = text.substring(at + 1, end);
    at = end + 1;
    return inside;
  }

  private String untilSpace() {
    int start = at;
    while (at < text.length() && !isSpace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  // Goes past its colon; null when there is none.
  private @Nullable Filter filter() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end == text.length() || text.charAt(end) != ':') {
      return null;
    }
    var filter = Filter.named(text.substring(at, end).toLowerCase(Locale.ROOT)).orElse(null);
    if (filter != null) {
      at = end + 1;
    }
    return filter;
  }

  private @Nullable Malformed word(boolean isExcluded) {
    int start = at;
    var word = untilSpace();
    if (!word.endsWith("*")) {
      return addText(new Word(word), word, isExcluded);
    }
    var begin = word.substring(0, word.length() - 1);
    return begin.codePointCount(0, begin.length()) < SHORTEST_PREFIX || !hasSense(begin)
        ? wrong(Fault.SHORT_PREFIX, start, at)
        : addText(new Prefix(begin), begin, isExcluded);
  }

  // What has neither letters nor symbols says nothing.
  private @Nullable Malformed addText(Criterion what, String written, boolean isExcluded) {
    if (hasSense(written)) {
      clauses.add(new Clause(what, isExcluded));
    }
    return null;
  }

  private static boolean hasSense(String written) {
    return written
        .codePoints()
        .anyMatch(
            c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
  }

  private @Nullable Malformed filtered(Filter filter, int start, boolean isExcluded) {
    boolean isQuoted = at < text.length() && text.charAt(at) == '"';
    var value = isQuoted ? quoted() : untilSpace();
    if (value == null) {
      return wrong(Fault.UNCLOSED_QUOTE, start, text.length());
    }
    if (value.isBlank() || value.equals("@") || value.equals("#")) {
      return wrong(Fault.NO_VALUE, start, at);
    }
    return switch (filter) {
      case FROM -> add(new From(withoutAt(value)), isExcluded);
      case IN -> add(new In(value), isExcluded);
      case HAS -> has(value, start, isExcluded);
      case BEFORE, AFTER, ON ->
          isExcluded ? wrong(Fault.NOT_EXCLUDABLE, start, at) : moment(filter, value, start);
    };
  }

  private static String withoutAt(String name) {
    return name.startsWith("@") ? name.substring(1) : name;
  }

  private @Nullable Malformed add(Criterion what, boolean isExcluded) {
    clauses.add(new Clause(what, isExcluded));
    return null;
  }

  private @Nullable Malformed has(String value, int start, boolean isExcluded) {
    return switch (Fold.sought(value)) {
      case "link", "lien", "url" -> add(new Has(Feature.LINK), isExcluded);
      case "reaction" -> add(new Has(Feature.REACTION), isExcluded);
      default -> wrong(Fault.BAD_FEATURE, start, at);
    };
  }

  private @Nullable Malformed moment(Filter filter, String value, int start) {
    var dates = Dates.parse(value.toLowerCase(Locale.ROOT).replace('’', '\''), now);
    if (dates.isEmpty()) {
      return wrong(Fault.BAD_DATE, start, at);
    }
    if (filter != Filter.BEFORE) {
      var from = filter == Filter.ON ? dates.get().from() : dates.get().end();
      clauses.add(Clause.of(new Since(from)));
    }
    if (filter != Filter.AFTER) {
      var end = filter == Filter.ON ? dates.get().end() : dates.get().from();
      clauses.add(Clause.of(new Until(end)));
    }
    return null;
  }

  private Malformed wrong(Fault fault, int start, int end) {
    return new Malformed(fault, start, text.substring(start, end), 0);
  }
}
