package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Clients are told to come by TLS only (IRCv3 Strict Transport Security).
class StsTest {
  private static Optional<String> sts(IrcClient client, String version) {
    client.send("CAP LS" + version);
    var list = Offered.by(client);
    return Arrays.stream(list.split(" ")).filter(word -> word.startsWith("sts")).findFirst();
  }

  @Test
  void it_is_off_until_it_is_wanted() {
    try (var salon = TestSalon.start()) {
      assertThat(sts(salon.dial(), " 302")).isEmpty();
      assertThat(sts(salon.dialTls(), " 302")).isEmpty();
    }
  }

  @Test
  void who_comes_without_tls_is_sent_to_the_port_and_who_comes_with_it_keeps_to_it() {
    try (var salon = TestSalon.with("sts.enabled", true).start()) {
      assertThat(sts(salon.dial(), " 302")).contains("sts=port=" + salon.tlsPort());
      assertThat(sts(salon.dialTls(), " 302")).contains("sts=duration=2592000");
    }
  }

  @Test
  void port_duration_and_preload_are_as_configured() {
    try (var salon =
        TestSalon.with("sts.enabled", true)
            .with("sts.port", 6697)
            .with("sts.duration", Duration.ZERO)
            .with("sts.preload", true)
            .start()) {
      assertThat(sts(salon.dial(), " 302")).contains("sts=port=6697");
      assertThat(sts(salon.dialTls(), " 302")).contains("sts=duration=0,preload");
    }
  }

  @Test
  void it_is_neither_told_without_a_value_nor_to_be_asked_for() {
    try (var salon = TestSalon.with("sts.enabled", true).start()) {
      assertThat(sts(salon.dial(), "")).isEmpty();
      var client = salon.dial().send("CAP LS 302", "CAP REQ sts");
      Offered.by(client);
      client.expect("CAP * NAK sts");
    }
  }
}
