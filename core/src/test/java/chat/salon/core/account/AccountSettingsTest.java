package chat.salon.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountSettingsTest {

  @Test
  void the_defaults_are_those_of_the_security_requirements() {
    var settings = AccountSettings.DEFAULT;
    assertThat(settings.hashMemoryKib()).isGreaterThanOrEqualTo(19 * 1024);
    assertThat(settings.hashIterations()).isGreaterThanOrEqualTo(2);
    assertThat(settings.hashQueue()).isLessThanOrEqualTo(64);
    assertThat(settings.hashWait()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(settings.passwordMinLength()).isEqualTo(8);
    assertThat(settings.throttleFailures()).isEqualTo(5);
    assertThat(settings.throttleWindow()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.throttleLongestWait()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.scramIterations()).isGreaterThanOrEqualTo(4096);
    assertThat(settings.nickIsAccount()).isTrue();
  }

  @Test
  void a_bad_number_is_named() {
    var settings = new SettingsBuilder();
    assertThatThrownBy(settings.scramIterations(100)::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("accounts.scram_iterations is 100; it must be from 4096 to 10000000");
  }

  @Test
  void a_bad_time_is_named() {
    var settings = new SettingsBuilder().hashWait(Duration.ZERO);
    assertThatThrownBy(settings::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("accounts.hash_wait is 0.0 s; it must be from 0.001 s to 60.0 s");
  }
}
