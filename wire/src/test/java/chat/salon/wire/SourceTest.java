package chat.salon.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

  @ParameterizedTest
  @CsvSource({
    "coolguy,,",
    "coolguy,ag,127.0.0.1",
    "coolguy,~ag,localhost",
    "coolguy,,localhost",
    "coolguy,ag,",
    "irc.example.com,,",
    "a,b@c,host",
    "a,b!c,host",
  })
  void a_source_is_taken_apart_and_put_together(String nick, String user, String host) {
    var source = new Source(nick, user, host);
    assertThat(Source.parse(source.toString())).isEqualTo(source);
  }

  @Test
  void a_source_is_written_nick_user_host() {
    assertThat(new Source("alice", "u", "salon")).hasToString("alice!u@salon");
  }

  @Test
  void any_text_is_some_source_and_comes_back_the_same() {
    Property.holds(
        10_000,
        random -> {
          var text = Some.text(random);
          assertThat(Source.parse(text)).hasToString(text);
        });
  }
}
