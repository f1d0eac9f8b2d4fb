package chat.salon.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class IsupportTest {

  @Test
  void tokens_keep_their_order() {
    var tokens =
        Isupport.EMPTY
            .with("CASEMAPPING", "ascii")
            .with("CHANTYPES", "#")
            .with("WHOX")
            .without("WATCH");
    assertThat(tokens.tokens())
        .containsExactly("CASEMAPPING=ascii", "CHANTYPES=#", "WHOX", "-WATCH");
    assertThat(tokens.with("CHANTYPES", "#&"))
        .hasToString("CASEMAPPING=ascii CHANTYPES=#& WHOX -WATCH");
  }

  @Test
  void values_are_escaped() {
    var tokens = Isupport.EMPTY.with("NETWORK", "Tea \\= Salon").with("SILENCE", "");
    assertThat(tokens.tokens()).containsExactly("NETWORK=Tea\\x20\\x5C\\x3D\\x20Salon", "SILENCE=");
    assertThat(tokens.get("NETWORK")).isEqualTo("Tea \\= Salon");
    assertThat(Isupport.EMPTY.apply(List.of("A=\\x2", "B=\\xzz", "C=a=b")).get("A"))
        .isEqualTo("\\x2");
  }

  @Test
  void a_client_learns_from_the_lines() {
    var tokens = Isupport.EMPTY.with("PREFIX", "(ov)@+").with("WHOX").with("MONITOR", "100");
    var learned = Isupport.EMPTY;
    for (var line : tokens.lines("salon.test", "alice")) learned = learned.apply(line);
    assertThat(learned.tokens()).isEqualTo(tokens.tokens());
    assertThat(learned.apply(List.of("-MONITOR", "WHOX")).get("MONITOR")).isNull();
    assertThat(learned.get("WHOX")).isEmpty();
    assertThat(learned.has("WATCH")).isFalse();
  }

  @Test
  void a_line_has_13_tokens_at_most() {
    var tokens = Isupport.EMPTY;
    for (int i = 0; i < 30; i++) tokens = tokens.with("K" + i);
    assertThat(tokens.lines(60)).extracting(List::size).containsExactly(13, 13, 4);
    assertThat(tokens.lines("salon.test", "alice").getFirst().toString())
        .startsWith(":salon.test 005 alice K0 K1 ")
        .endsWith(" K12 :are supported by this server");
  }

  @Test
  void a_line_has_512_bytes_at_most() {
    Property.holds(
        2_000,
        random -> {
          var tokens = Isupport.EMPTY;
          for (int i = 0; i < 40; i++)
            tokens = tokens.with("K" + i, "é".repeat(random.nextInt(60)));
          var lines = tokens.lines("salon.test", "alice");
          assertThat(lines)
              .allSatisfy(line -> assertThat(line.bytes().length).isLessThanOrEqualTo(512));
          var joined =
              lines.stream().flatMap(line -> line.params().subList(1, line.size() - 1).stream());
          assertThat(joined).containsExactlyElementsOf(tokens.tokens());
        });
  }

  @Test
  void no_tokens_need_no_line() {
    assertThat(Isupport.EMPTY.lines("salon.test", "alice")).isEmpty();
  }

  @Test
  void after_a_change_only_the_difference_is_sent() {
    var before = Isupport.EMPTY.with("A", "1").with("B").with("C", "1");
    var after = Isupport.EMPTY.with("A", "2").with("C", "1").with("D");
    assertThat(after.since(before)).hasToString("-B A=2 D");
    assertThat(before.apply(after.since(before).tokens()).tokens())
        .containsExactlyInAnyOrderElementsOf(after.tokens());
  }

  @Test
  void what_would_not_be_one_token_is_refused() {
    for (var key : List.of("", "A B", "A=B", "-A", ":A", "A\n")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Isupport.EMPTY.with(key));
      assertThatIllegalArgumentException().isThrownBy(() -> Isupport.EMPTY.with(key, "x"));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Isupport.EMPTY.with("A", "x\r\ny"));
  }
}
