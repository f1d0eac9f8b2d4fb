package chat.salon.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b", "alice@example.org", "al.ice+tea@mail.example.org", "ä@exämple.de"})
  void takes_what_may_be_an_address(String text) {
    assertThat(EmailAddress.isPlausible(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "@",
        "alice",
        "alice@",
        "@example.org",
        "a@b@c",
        "alice@.org",
        "alice@example.",
        "alice@example..org",
        "ali ce@example.org",
        "alice@example.org\r\nBcc: bob@example.org",
        "alice@exam\u200bple.org",
        "alice@exam\u00a0ple.org",
        "<alice@example.org>",
        "a@b,c@d",
      })
  void refuses_what_cannot_be_one(String text) {
    assertThat(EmailAddress.isPlausible(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 300})
  void refuses_what_is_too_long(int length) {
    assertThat(EmailAddress.isPlausible("a".repeat(length) + "@example.org")).isFalse();
    assertThat(EmailAddress.isPlausible("alice@" + "a".repeat(length + 200))).isFalse();
  }
}
