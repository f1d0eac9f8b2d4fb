package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import chat.salon.wire.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePatternTest {
  @ParameterizedTest
  @CsvSource({
    ":bob JOIN #tea,                  :bob!~u@127.0.0.1 JOIN :#tea",
    ":bob!~u@… JOIN :#tea,            :bob!~u@127.0.0.1 JOIN #tea",
    "JOIN #tea,                       :bob!~u@127.0.0.1 JOIN #tea",
    ":salon.test 482 … #tea :…,       :salon.test 482 bob #tea :You're not channel operator",
    "@account=bob :bob PRIVMSG … hi,  @time=now;account=bob :bob!u@h PRIVMSG #tea hi",
    "@msgid=… :bob PRIVMSG … hi,      @msgid=abc :bob!u@h PRIVMSG #tea hi"
  })
  void means(String pattern, String line) {
    assertThat(LinePattern.of(pattern).matches(parse(line))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    ":bob JOIN #tea,           :bobby!~u@127.0.0.1 JOIN :#tea",
    ":bob JOIN #tea,           :bob!~u@127.0.0.1 JOIN #tea * :Real bob",
    ":bob JOIN #tea,           :bob!~u@127.0.0.1 PART #tea",
    ":bob JOIN #tea,           :bob!~u@127.0.0.1 JOIN #Tea",
    "@account=bob PRIVMSG … hi, :bob!u@h PRIVMSG #tea hi",
    "@msgid=x PRIVMSG … hi,    @msgid=y :bob!u@h PRIVMSG #tea hi"
  })
  void does_not_mean(String pattern, String line) {
    assertThat(LinePattern.of(pattern).matches(parse(line))).isFalse();
  }

  private static Line parse(String text) {
    return ((Parsed.Ok) Line.parse(text)).line();
  }
}
