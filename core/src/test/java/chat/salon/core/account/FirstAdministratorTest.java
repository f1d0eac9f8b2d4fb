package chat.salon.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.Account;
import chat.salon.core.Refusal.BadCode;
import chat.salon.core.Refusal.Throttled;
import chat.salon.core.Role;
import chat.salon.core.StoreException;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {
  private final Desk desk = new Desk();
  private final FirstAdministrator first =
      new FirstAdministrator(desk.accounts, new SettingsBuilder().build(), desk.clock);
  private final Account alice = Desk.account(desk.register("alice", Desk.PASSWORD));
  private final Account bob = Desk.account(desk.register("bob", Desk.PASSWORD));

  @Test
  void who_knows_the_code_becomes_administrator() {
    var code = first.newCode().orElseThrow();
    assertThat(Desk.account(first.claim(code, alice)).role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(desk.accounts.find(alice.name()).orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
  }

  @Test
  void a_code_has_140_bits_and_is_easy_to_type() {
    var code = first.newCode().orElseThrow();
    assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}");
    var typed = code.toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o').replace('1', 'l');
    assertThat(first.claim(typed, alice)).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void a_code_is_good_once() {
    var code = first.newCode().orElseThrow();
    first.claim(code, alice);
    assertThat(Desk.why(first.claim(code, bob))).isEqualTo(new BadCode());
    assertThat(first.newCode()).isEmpty();
    assertThat(desk.accounts.find(bob.name()).orElseThrow().role()).isEqualTo(Role.MEMBER);
  }

  @Test
  void a_new_code_voids_the_one_before() {
    var before = first.newCode().orElseThrow();
    var now = first.newCode().orElseThrow();
    assertThat(Desk.why(first.claim(before, alice))).isEqualTo(new BadCode());
    assertThat(first.claim(now, alice)).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void before_a_code_is_made_none_is_good() {
    assertThat(Desk.why(first.claim("", alice))).isEqualTo(new BadCode());
  }

  @Test
  void a_code_is_void_once_there_is_an_administrator_by_other_means() {
    var code = first.newCode().orElseThrow();
    desk.accounts.setRole(bob.name(), Role.ADMINISTRATOR);
    assertThat(Desk.why(first.claim(code, alice))).isEqualTo(new BadCode());
  }

  @Test
  void of_two_who_claim_at_once_one_wins() {
    for (int round = 0; round < 50; round++) {
      desk.accounts.setRole(alice.name(), Role.MEMBER);
      desk.accounts.setRole(bob.name(), Role.MEMBER);
      var code = first.newCode().orElseThrow();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var claims =
            IntStream.range(0, 2)
                .mapToObj(i -> threads.submit(() -> first.claim(code, i == 0 ? alice : bob)))
                .toList();
        assertThat(claims)
            .extracting(Future::get)
            .filteredOn(Attempt.Accepted.class::isInstance)
            .hasSize(1);
      }
      desk.clock.forward(AccountSettings.DEFAULT.throttleWindow());
    }
  }

  @Test
  void a_code_is_still_good_when_the_store_fails() {
    var code = first.newCode().orElseThrow();
    desk.accounts.breakDown();
    assertThatThrownBy(() -> first.claim(code, alice)).isInstanceOf(StoreException.class);
    desk.accounts.repair();
    assertThat(first.claim(code, alice)).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void guessing_is_throttled_for_each_account() {
    var code = first.newCode().orElseThrow();
    for (int i = 0; i < 5; i++) {
      assertThat(Desk.why(first.claim("guess", bob))).isEqualTo(new BadCode());
    }
    assertThat(Desk.why(first.claim(code, bob))).isInstanceOf(Throttled.class);
    assertThat(first.claim(code, alice)).isInstanceOf(Attempt.Accepted.class);
  }
}
