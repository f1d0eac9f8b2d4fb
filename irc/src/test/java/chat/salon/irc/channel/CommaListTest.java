package chat.salon.irc.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CommaListTest {
  @Test
  void each_word_counts_once() {
    assertThat(CommaList.of("#tea,#coffee,,#tea,")).containsExactly("#tea", "#coffee");
    assertThat(CommaList.of("")).isEmpty();
    assertThat(CommaList.of(",")).isEmpty();
  }

  @Test
  void or_each_has_its_place() {
    assertThat(CommaList.inPlace("a,,b")).containsExactly("a", "", "b");
    assertThat(CommaList.inPlace("")).containsExactly("");
  }
}
