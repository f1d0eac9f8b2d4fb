package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaslPlainTest {

  @ParameterizedTest
  @ValueSource(strings = {"\0alice\0sésame", "alice\0alice\0sésame", "ALICE\0alice\0sésame"})
  void takes_who_logs_in_as_themselves(String message) {
    var plain = SaslPlain.parse(message.getBytes(UTF_8)).orElseThrow();
    assertThat(plain.name()).isEqualTo("alice");
    assertThat(plain.password()).isEqualTo("sésame".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0",
        "\0\0",
        "alice",
        "alice\0sesame",
        "\0alice\0",
        "\0\0sesame",
        "alice\0\0sesame",
        "\0alice\0sesame\0",
        "\0alice\0sesame\0more",
        "\0\0alice\0sesame",
      })
  void refuses_what_is_malformed(String message) {
    assertThat(SaslPlain.parse(message.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin\0mallory\0pw", "mallory2\0mallory\0pw", "!\0mallory\0pw"})
  void refuses_who_would_act_as_somebody_else(String message) {
    assertThat(SaslPlain.parse(message.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0al\u00efce\0sesame", "\0alice\0s\u00e9same", "\u00e9\0\u00e9\0sesame"})
  void refuses_what_is_not_utf_8(String message) {
    assertThat(SaslPlain.parse(message.getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void takes_names_and_passwords_of_255_bytes() {
    var name = "n".repeat(255);
    assertThat(SaslPlain.parse((name + "\0" + name + "\0" + name).getBytes(UTF_8))).isPresent();
  }

  @Test
  void does_not_show_the_password() {
    assertThat(SaslPlain.parse("\0alice\0sesame".getBytes(UTF_8)).orElseThrow().toString())
        .doesNotContain("sesame", "alice");
  }
}
