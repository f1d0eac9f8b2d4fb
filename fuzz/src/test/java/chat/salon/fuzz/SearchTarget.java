package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.search.Clause;
import chat.salon.core.search.Criterion.Phrase;
import chat.salon.core.search.Criterion.Prefix;
import chat.salon.core.search.Criterion.Word;
import chat.salon.core.search.Malformed;
import chat.salon.core.search.Query;
import chat.salon.core.search.QueryParser;
import chat.salon.core.search.SearchSettings;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Searches as people write them: each is a query, within its bounds, or wrong at a place where
/// that stands. What is searched for was written, and spaces around change nothing.
public final class SearchTarget {
  private static final SearchSettings SETTINGS = SearchSettings.DEFAULT;
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 22, 12, 0, 0, 0, ZoneId.of("Europe/Paris"));

  private SearchTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8);
    switch (QueryParser.parse(text, NOW, SETTINGS)) {
      case Query query -> good(text, query);
      case Malformed wrong -> wrong(text, wrong);
    }
  }

  private static void good(String text, Query query) {
    // a day is two of them
    Check.that(query.clauses().size() <= SETTINGS.clauses() + 1, "too many clauses");
    for (var clause : query.clauses()) {
      Check.that(text.contains(written(clause)), "not written: " + clause);
    }
    if (text.length() + 2 <= SETTINGS.queryLength()) {
      Check.same(query, QueryParser.parse(" " + text + " ", NOW, SETTINGS), "spaces around");
    }
  }

  private static String written(Clause clause) {
    return switch (clause.what()) {
      case Word(var word) -> word;
      case Prefix(var begin) -> begin + "*";
      case Phrase(var phrase) -> '"' + phrase + '"';
      default -> "";
    };
  }

  private static void wrong(String text, Malformed wrong) {
    Check.that(wrong.position() >= 0 && wrong.position() <= text.length(), "outside of the text");
    Check.that(text.startsWith(wrong.near(), wrong.position()), "not where it says");
  }
}
