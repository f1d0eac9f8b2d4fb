package chat.salon.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.store.search.Words.Word;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final int RUNS = 5000;

  @Test
  void accents_capitals_ligatures_and_articles_do_not_matter() {
    assertThat(plain("L'Été, ÇA c'est du Cœur ; aujourd’hui j’ai ﬁni straße Ærø"))
        .containsExactly(
            "ete", "ca", "est", "du", "coeur", "aujourd'hui", "ai", "fini", "strasse", "aero");
    assertThat(plain(Normalizer.normalize("été déjà", Normalizer.Form.NFD)))
        .containsExactly("ete", "deja");
  }

  @Test
  void the_forms_of_a_french_word_have_one_stem() {
    assertThat(stem("chevaux")).isEqualTo(stem("cheval"));
    assertThat(stem("réunions")).isEqualTo(stem("reunion"));
    assertThat(stem("heureuses")).isEqualTo(stem("heureux"));
    assertThat(stem("cheval")).isNotEqualTo(stem("chat"));
  }

  @Test
  void the_formatting_of_irc_is_no_word_and_moves_nothing() {
    var text = "\u0002gras\u0002 \u000304,12rouge\u0003 fin";
    assertThat(plain(text)).containsExactly("gras", "rouge", "fin");
    assertThat(Words.of(text))
        .allSatisfy(
            word -> assertThat(text.substring(word.start(), word.end())).isEqualTo(word.plain()));
  }

  @Test
  void a_word_is_where_it_stands_in_the_text() {
    var text = "Le café d'Été 🎉";
    assertThat(Words.of(text).stream().map(word -> text.substring(word.start(), word.end())))
        .containsExactly("Le", "café", "d'Été", "🎉");
  }

  @Test
  void whatever_is_written_has_words_in_order_within_it() {
    var random = new Random(6);
    for (int run = 0; run < RUNS; run++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.appendCodePoint(
            switch (random.nextInt(4)) {
              case 0 -> random.nextInt(0x80);
              case 1 -> 0xc0 + random.nextInt(0x250);
              case 2 -> 0x300 + random.nextInt(0x70);
              default -> random.nextInt(Character.MAX_CODE_POINT + 1);
            });
      }
      int at = 0;
      for (var word : Words.of(text.toString())) {
        assertThat(word.start()).isGreaterThanOrEqualTo(at);
        assertThat(word.end()).isBetween(word.start() + 1, text.length());
        at = word.end();
      }
    }
  }

  private static List<String> plain(String text) {
    return Words.of(text).stream().map(Word::plain).toList();
  }

  private static String stem(String word) {
    return Words.of(word).getFirst().stem();
  }
}
