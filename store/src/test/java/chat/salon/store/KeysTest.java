package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.ChannelName;
import chat.salon.core.Event.Said;
import chat.salon.core.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names and texts of every kind: none is taken for another, cut off or changed.
class KeysTest extends OnEachDatabase {

  @Test
  void names_are_the_same_only_byte_for_byte() {
    var names =
        List.of(
            "#e",
            "#é",
            "#É",
            "#e\u0301",
            "#ss",
            "#ß",
            "#ı",
            "#i",
            "#\uD83C\uDF75",
            "#\uD83C\uDF76");
    try (var store = openStore()) {
      names.forEach(name -> new Talk(store, ChannelName.trusted(name)).say(ALICE, name));

      for (var name : names) {
        assertThat(new Talk(store, ChannelName.trusted(name)).all())
            .extracting(event -> ((Said) event).text())
            .containsExactly(name);
      }
    }
  }

  @Test
  void a_blank_at_the_end_of_a_text_stays() {
    try (var store = openStore()) {
      var tea = new Talk(store, TEA);
      var said = List.of(tea.say(ALICE, "a"), tea.say(ALICE, "a "), tea.say(ALICE, " "));

      assertThat(tea.all()).isEqualTo(said);
    }
  }

  @Test
  void the_longest_names_that_the_limits_allow_have_room() {
    var tea = "\uD83C\uDF75";
    var channel = ChannelName.trusted("#" + tea.repeat(200));
    var pair = Pair.of("~" + tea.repeat(64), "~" + "\uD83C\uDF76".repeat(64));
    try (var store = openStore()) {
      var inChannel = new Talk(store, channel).say(ALICE, "here");
      var privately = new Talk(store, pair).say(ALICE, "and there");

      assertThat(new Talk(store, channel).all()).containsExactly(inChannel);
      assertThat(new Talk(store, pair).all()).containsExactly(privately);
    }
  }

  @Test
  void every_character_but_nul_comes_back() {
    var text = new StringBuilder();
    for (int c = 1; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 61) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        text.appendCodePoint(c);
      }
    }
    try (var store = openStore()) {
      var tea = new Talk(store, TEA);
      var said = tea.say(ALICE, text.toString());

      assertThat(tea.all()).containsExactly(said);
    }
  }
}
