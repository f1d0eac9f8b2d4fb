package chat.salon.core.search;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 22, 0, 30, 0, 0, ZoneId.of("Europe/Paris"));
  private static final int RUNS = 20_000;

  @Test
  void words_phrases_prefixes_and_what_is_not_wanted() {
    assertThat(query("réunion \"demain matin\" caf* -annulée -\"pas ici\""))
        .isEqualTo(
            of(
                yes(new Word("réunion")),
                yes(new Phrase("demain matin")),
                yes(new Prefix("caf")),
                no(new Word("annulée")),
                no(new Phrase("pas ici"))));
  }

  @Test
  void filters_in_english_and_in_french() {
    var english = query("from:jules in:#classe has:link -has:reaction in:@lea");
    assertThat(english)
        .isEqualTo(
            of(
                yes(new From("jules")),
                yes(new In("#classe")),
                yes(new Has(Feature.LINK)),
                no(new Has(Feature.REACTION)),
                yes(new In("@lea"))));
    assertThat(query("de:@jules dans:#classe contient:lien -contient:réaction DANS:@lea"))
        .isEqualTo(english);
  }

  @Test
  void days_months_and_years_are_those_of_the_asker() {
    var day = Instant.parse("2026-10-31T23:00:00Z"); // in Paris, the 1st has begun
    var next = Instant.parse("2026-11-01T23:00:00Z");
    assertThat(query("before:2026-11-01")).isEqualTo(of(yes(new Until(day))));
    assertThat(query("après:2026-11-01")).isEqualTo(of(yes(new Since(next))));
    assertThat(query("le:2026-11-01")).isEqualTo(of(yes(new Since(day)), yes(new Until(next))));
    assertThat(query("avant:2026-11")).isEqualTo(query("before:2026-11-01"));
    assertThat(query("after:2025")).isEqualTo(query("after:2025-12-31"));
    assertThat(query("on:hier")).isEqualTo(query("on:2026-11-21"));
    assertThat(query("le:aujourd’hui")).isEqualTo(query("on:2026-11-22"));
  }

  @Test
  void what_looks_like_a_filter_and_is_none_is_a_word() {
    assertThat(query("10:30 https://exemple.fr form:jules"))
        .isEqualTo(
            of(
                yes(new Word("10:30")),
                yes(new Word("https://exemple.fr")),
                yes(new Word("form:jules"))));
  }

  @Test
  void signs_alone_say_nothing_and_smileys_do() {
    assertThat(query("... - !! \"?\" 🎉")).isEqualTo(of(yes(new Word("🎉"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "bon \"jour | UNCLOSED_QUOTE | 4 | \"jour",
        "de:\"jules | UNCLOSED_QUOTE | 0 | de:\"jules",
        "thé a* | SHORT_PREFIX | 4 | a*",
        "* | SHORT_PREFIX | 0 | *",
        "from: thé | NO_VALUE | 0 | from:",
        "in:# | NO_VALUE | 0 | in:#",
        "thé before:demain | BAD_DATE | 4 | before:demain",
        "on:2026-02-30 | BAD_DATE | 0 | on:2026-02-30",
        "on:+2026-02-03 | BAD_DATE | 0 | on:+2026-02-03",
        "has:virus | BAD_FEATURE | 0 | has:virus",
        "a -after:2026 | NOT_EXCLUDABLE | 2 | -after:2026"
      })
  void what_is_wrong_is_told_with_its_place(String text, Fault fault, int at, String near) {
    assertThat(parse(text)).isEqualTo(new Malformed(fault, at, near, 0));
  }

  @Test
  void a_text_has_at_most_so_many_characters_and_words() {
    var most = SearchSettings.DEFAULT;
    assertThat(parse("a".repeat(most.queryLength()))).isInstanceOf(Query.class);
    assertThat(parse("a".repeat(most.queryLength() + 1)))
        .isInstanceOfSatisfying(
            Malformed.class, m -> assertThat(m.fault()).isEqualTo(Fault.TOO_LONG));
    assertThat(parse("a ".repeat(most.clauses()))).isInstanceOf(Query.class);
    assertThat(parse("a ".repeat(most.clauses() + 1)))
        .isInstanceOfSatisfying(
            Malformed.class, m -> assertThat(m.fault()).isEqualTo(Fault.TOO_MANY));
  }

  @Test
  void whatever_is_written_is_a_query_or_wrong_at_a_place_in_it() {
    var random = new Random(6);
    var pieces =
        "de: dans: le: has: -\"*\" @# 2026-11 hier é a 🎉 \u00a0 : - \\ lien 'x".split(" ", -1);
    for (int run = 0; run < RUNS; run++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
        text.append(random.nextInt(3) == 0 ? " " : "");
      }
      switch (parse(text.toString())) {
        case Query query -> assertThat(query.clauses()).hasSizeLessThanOrEqualTo(text.length());
        case Malformed wrong ->
            assertThat(text.substring(wrong.position())).startsWith(wrong.near());
      }
    }
  }

  @Test
  void a_cursor_is_read_as_it_was_written() {
    for (var cursor : new Cursor[] {new Cursor(0, 1), new Cursor(3.25f, Long.MAX_VALUE)}) {
      assertThat(Cursor.parse(cursor.toString())).contains(cursor);
    }
    assertThat(Cursor.parse("")).isEmpty();
    assertThat(Cursor.parse("zz-0000000000001")).isEmpty();
    assertThat(Cursor.parse("7fc00000-0000000000001")).isEmpty(); // no number
  }

  private static Parsed parse(String text) {
    return QueryParser.parse(text, NOW, SearchSettings.DEFAULT);
  }

  private static Query query(String text) {
    return (Query) parse(text);
  }

  private static Query of(Clause... clauses) {
    return new Query(java.util.List.of(clauses));
  }

  private static Clause yes(Criterion what) {
    return Clause.of(what);
  }

  private static Clause no(Criterion what) {
    return new Clause(what, true);
  }
}
