package chat.salon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 0x12345678, Integer.MAX_VALUE, -1})
  void letters_carry_a_number(int number) {
    assertThat(Message.value(Message.letters(number))).isEqualTo(number);
  }

  @Test
  void a_line_has_mark_voice_and_number_at_the_places_where_readers_look() {
    var line = Message.line("#tea", 3, 0);
    Message.renumber(line, 77);

    var text = ByteBuffer.wrap(line, line.length - 2 - Message.LENGTH, Message.LENGTH);
    assertThat(text.getLong()).isEqualTo(Message.MARK);
    assertThat(Message.value(text.getLong())).isEqualTo(3);
    assertThat(Message.value(text.getLong())).isEqualTo(77);
  }

  @Test
  void a_line_is_a_line_of_irc() {
    var line = new String(Message.line("#tea", 3, 7), US_ASCII);

    assertThat(line).matches("PRIVMSG #tea :~bench~ [a-p]{16}\\.{76}\r\n");
  }
}
