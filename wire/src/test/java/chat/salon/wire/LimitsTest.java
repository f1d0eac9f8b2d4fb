package chat.salon.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chat.salon.wire.Limits.Sender;
import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void a_line_has_510_bytes_and_its_end() {
    assertThat(exceeded(Sender.CLIENT, "x".repeat(510))).isNull();
    assertThat(exceeded(Sender.CLIENT, "x".repeat(511))).isEqualTo(Reason.LINE_TOO_LONG);
    assertThat(exceeded(Sender.CLIENT, "é".repeat(255))).isNull();
    assertThat(exceeded(Sender.CLIENT, "é".repeat(256))).isEqualTo(Reason.LINE_TOO_LONG);
  }

  @Test
  void a_client_has_4094_bytes_of_tag_data() {
    assertThat(exceeded(Sender.CLIENT, "@" + "a".repeat(4094) + " " + "x".repeat(510))).isNull();
    assertThat(exceeded(Sender.CLIENT, "@" + "a".repeat(4095) + " x"))
        .isEqualTo(Reason.TAGS_TOO_LONG);
    assertThat(exceeded(Sender.CLIENT, "@" + "a".repeat(4095))).isEqualTo(Reason.TAGS_TOO_LONG);
  }

  @Test
  void a_server_has_8191_bytes_of_tags_in_all() {
    assertThat(exceeded(Sender.SERVER, "@" + "a".repeat(8189) + " x")).isNull();
    assertThat(exceeded(Sender.SERVER, "@" + "a".repeat(8190) + " x"))
        .isEqualTo(Reason.TAGS_TOO_LONG);
  }

  @Test
  void tags_do_not_count_as_body_nor_body_as_tags() {
    assertThat(exceeded(Sender.CLIENT, "@a " + "x".repeat(510))).isNull();
    assertThat(exceeded(Sender.CLIENT, "@a " + "x".repeat(511))).isEqualTo(Reason.LINE_TOO_LONG);
  }

  @Test
  void limits_that_let_nothing_through_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Limits(8191, 4094, 2));
  }

  private static Reason exceeded(Sender sender, String text) {
    var bytes = text.getBytes(UTF_8);
    return Limits.DEFAULT.exceeded(sender, bytes, 0, bytes.length).orElse(null);
  }
}
