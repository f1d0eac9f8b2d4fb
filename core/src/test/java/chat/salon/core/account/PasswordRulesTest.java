package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.WeakPassword;
import chat.salon.core.Refusal.Weakness;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1",
        "password",
        "PASSWORD",
        "Passw0rd!",
        "p@$$w0rd",
        "iloveyou2",
        "12345678",
        "87654321",
        "123456789a",
        "123qweasd",
        "1qaz2wsx3edc",
        "qwertyuiop",
        "poiuytrewq",
        "azertyuiop",
        "aaaaaaaaaa",
        "abcabcabc",
        "12341234",
        "11112222",
        "19841984",
        "24121985",
        "19851224",
        "letmein123",
        "123letmein",
        "dragon2024",
        "basketba", // cut off at eight
        "trustno1",
        "superman",
        "changeme",
        "motdepasse",
      })
  void what_everybody_tries_first_is_refused(String password) {
    assertThat(refuse(password)).contains(new WeakPassword(Weakness.TOO_COMMON, 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "correcthorse",
        "nosuchsecret",
        "xkqzwvjp",
        "7hg2kd9a",
        "blue kettle 4",
        "zwölf boxer",
        "パスワードではない秘密",
        "mfogrerpgnu",
        "alice1234bob",
      })
  void nothing_is_asked_of_a_password_but_length(String password) {
    assertThat(refuse(password)).isEmpty();
  }

  @Test
  void eight_characters_are_enough_and_seven_are_not() {
    assertThat(refuse("xkqzwvj")).contains(new WeakPassword(Weakness.TOO_SHORT, 8));
    assertThat(refuse("")).contains(new WeakPassword(Weakness.TOO_SHORT, 8));
    assertThat(refuse("🦊🐻🐼🐨🐯🦁🐮")).contains(new WeakPassword(Weakness.TOO_SHORT, 8));
    assertThat(refuse("🦊🐻🐼🐨🐯🦁🐮🐷")).isEmpty();
  }

  @Test
  void long_passwords_are_taken_up_to_1024_bytes() {
    var sentence = "a long and winding sentence, ".repeat(40);
    assertThat(refuse(sentence.substring(0, 1024))).isEmpty();
    assertThat(refuse(sentence.substring(0, 1025)))
        .contains(new WeakPassword(Weakness.TOO_LONG, 1024));
  }

  @Test
  void the_name_itself_is_no_password() {
    var name = AccountName.parse("Xkqzwvjp").orElseThrow();
    assertThat(PasswordRules.refuse(name, "xkQZwvjp".getBytes(UTF_8), AccountSettings.DEFAULT))
        .contains(new WeakPassword(Weakness.TOO_COMMON, 8));
  }

  @Test
  void common_passwords_are_taken_where_the_configuration_says_so() {
    var lenient = new SettingsBuilder().takeCommonPasswords().build();
    assertThat(
            PasswordRules.refuse(
                AccountName.trusted("alice"), "password1".getBytes(UTF_8), lenient))
        .isEmpty();
  }

  private static Optional<WeakPassword> refuse(String password) {
    var name = AccountName.parse("alice").orElseThrow();
    return PasswordRules.refuse(name, password.getBytes(UTF_8), AccountSettings.DEFAULT);
  }
}
