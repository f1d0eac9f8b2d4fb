package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupWordsTest {
  @Test
  void names_come_first_and_a_title_behind_a_colon() {
    assertThat(of("lea jules : Sortie de mai"))
        .isEqualTo(new GroupWords(List.of("lea", "jules"), "Sortie de mai"));
    assertThat(of("lea, jules :Sortie"))
        .isEqualTo(new GroupWords(List.of("lea", "jules"), "Sortie"));
    assertThat(of("lea , jules")).isEqualTo(new GroupWords(List.of("lea", "jules"), ""));
    assertThat(of("lea :: deux")).isEqualTo(new GroupWords(List.of("lea"), ": deux"));
    assertThat(of(": nobody")).isEqualTo(new GroupWords(List.of(), "nobody"));
    assertThat(of("")).isEqualTo(new GroupWords(List.of(), ""));
  }

  private static GroupWords of(String words) {
    return GroupWords.of(List.of(words.split(" ")));
  }
}
