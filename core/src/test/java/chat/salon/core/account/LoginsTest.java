package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.AccountExists;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.Refusal.BadEmail;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.Refusal.Hindered;
import chat.salon.core.Refusal.RegistrationClosed;
import chat.salon.core.Refusal.Throttled;
import chat.salon.core.Refusal.TooLong;
import chat.salon.core.Refusal.WeakPassword;
import chat.salon.core.Refusal.Weakness;
import chat.salon.core.Role;
import chat.salon.core.protect.Hindrance.Suspended;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginsTest {
  private final Desk desk = new Desk();

  @Test
  void who_registers_can_log_in() {
    var account = Desk.account(desk.register("Alice", Desk.PASSWORD));
    assertThat(account.name().shown()).isEqualTo("Alice");
    assertThat(account.role()).isEqualTo(Role.MEMBER);
    assertThat(account.created()).isEqualTo(desk.clock.instant());
    assertThat(Desk.account(desk.logIn("alice", Desk.PASSWORD))).isEqualTo(account);
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD + " "))).isEqualTo(new BadCredentials());
  }

  @Test
  void a_name_is_given_once() {
    desk.register("alice", Desk.PASSWORD);
    assertThat(Desk.why(desk.register("ALICE", "another good one")))
        .isEqualTo(new AccountExists("ALICE"));
    assertThat(desk.logIn("alice", Desk.PASSWORD)).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void of_many_who_want_a_name_at_once_one_gets_it() {
    var attempts = together(50, i -> desk.register("alice", Desk.PASSWORD + i));
    assertThat(attempts).filteredOn(Attempt.Accepted.class::isInstance).hasSize(1);
    assertThat(attempts)
        .filteredOn(Attempt.Denied.class::isInstance)
        .extracting(Desk::why)
        .containsOnly(new AccountExists("alice"));
  }

  @Test
  void a_closed_server_takes_nobody_new() {
    var logins = desk.with(new SettingsBuilder().registerOpen(false));
    assertThat(Desk.why(logins.register(name("alice"), null, bytes(Desk.PASSWORD), Desk.HOME)))
        .isEqualTo(new RegistrationClosed());
  }

  @Test
  void an_address_that_cannot_be_one_is_refused_before_any_hashing() {
    var attempt = desk.logins.register(name("alice"), "@", bytes(Desk.PASSWORD), Desk.HOME);
    assertThat(Desk.why(attempt)).isEqualTo(new BadEmail("@"));
    assertThat(desk.hasher.calls()).isZero();
  }

  @Test
  void an_email_address_is_kept() {
    var attempt =
        desk.logins.register(name("alice"), "a@example.org", bytes(Desk.PASSWORD), Desk.HOME);
    assertThat(Desk.account(attempt).email()).isEqualTo("a@example.org");
  }

  @Test
  void a_weak_password_is_refused_before_any_hashing() {
    assertThat(Desk.why(desk.register("alice", "password1")))
        .isEqualTo(new WeakPassword(Weakness.TOO_COMMON, 8));
    assertThat(desk.hasher.calls()).isZero();
  }

  @Test
  void a_huge_password_is_refused_before_any_hashing() {
    var huge = "x".repeat(1_000_000);
    assertThat(Desk.why(desk.register("alice", huge)))
        .isEqualTo(new WeakPassword(Weakness.TOO_LONG, 1024));
    assertThat(Desk.why(desk.logIn("alice", huge))).isEqualTo(new TooLong("password", 1024));
    assertThat(desk.hasher.calls()).isZero();
  }

  @Test
  void every_character_of_a_long_password_counts() {
    var start = "correct horse battery staple ".repeat(20);
    assertThat(desk.register("alice", start + "a")).isInstanceOf(Attempt.Accepted.class);
    assertThat(Desk.why(desk.logIn("alice", start + "b"))).isEqualTo(new BadCredentials());
    assertThat(desk.logIn("alice", start + "a")).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void a_suspended_account_lets_nobody_in_until_that_ends_and_says_so_to_its_owner_alone() {
    desk.register("alice", Desk.PASSWORD);
    var until = desk.clock.instant().plus(Duration.ofHours(1));
    desk.accounts.suspend(name("alice"), new Suspension("spam", until));
    assertThat(Desk.why(desk.logIn("alice", "wrong"))).isEqualTo(new BadCredentials());
    var why = new Hindered(new Suspended("spam", until));
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD))).isEqualTo(why);
    assertThat(Desk.why(desk.logins.vouchedFor(name("alice"), Desk.HOME))).isEqualTo(why);
    assertThat(desk.logins.byToken(name("alice")).map(Desk::why)).contains(why);
    desk.clock.forward(Duration.ofHours(1));
    assertThat(desk.logIn("alice", Desk.PASSWORD)).isInstanceOf(Attempt.Accepted.class);
    assertThat(desk.logins.byToken(name("bob"))).isEmpty();
  }

  @Test
  void an_address_makes_so_many_accounts_in_an_hour() {
    var logins = desk.with(new SettingsBuilder().registrationsPerHour(2));
    for (var name : new String[] {"alice", "bob"}) {
      assertThat(logins.register(name(name), null, bytes(Desk.PASSWORD), Desk.HOME))
          .isInstanceOf(Attempt.Accepted.class);
    }
    var third = name("carol");
    assertThat(Desk.why(logins.register(third, null, bytes(Desk.PASSWORD), Desk.HOME)))
        .isEqualTo(new Throttled(Duration.ofMinutes(10)));
    assertThat(logins.register(third, null, bytes(Desk.PASSWORD), Desk.ELSEWHERE))
        .isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void an_unknown_name_is_answered_as_a_wrong_password_and_costs_as_much() {
    desk.seed("alice", Desk.PASSWORD);
    int before = desk.hasher.calls();
    assertThat(desk.logIn("alice", "wrong")).isEqualTo(desk.logIn("mallory", "wrong"));
    assertThat(desk.hasher.calls()).isEqualTo(before + 2);
    assertThat(desk.logIn("no such @name", "wrong")).isEqualTo(desk.logIn("alice", "wrong"));
    assertThat(desk.hasher.calls()).isEqualTo(before + 4);
  }

  @Test
  void an_outdated_hash_is_renewed_at_login() {
    desk.seed("alice", Desk.PASSWORD);
    desk.hasher.grow();
    desk.logIn("alice", "wrong");
    assertThat(desk.accounts.kept("alice").password()).startsWith("v1 ");
    assertThat(desk.logIn("alice", Desk.PASSWORD)).isInstanceOf(Attempt.Accepted.class);
    assertThat(desk.accounts.kept("alice").password()).startsWith("v2 ");
    assertThat(desk.logIn("alice", Desk.PASSWORD)).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void a_password_that_was_changed_meanwhile_is_not_overwritten() {
    desk.seed("alice", Desk.PASSWORD);
    desk.hasher.grow();
    desk.hasher.awaitBegun(1); // that of seeding
    desk.hasher.hold();
    var other = new Credentials("v2 another", null);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> desk.logIn("alice", Desk.PASSWORD));
      desk.hasher.awaitBegun(1);
      desk.accounts.replace(name("alice"), other);
      desk.hasher.release();
    }
    assertThat(desk.accounts.kept("alice")).isEqualTo(other);
  }

  @Test
  void a_missing_scram_verifier_is_made_at_login() {
    desk.seed("alice", new Credentials(desk.hasher.hash(bytes(Desk.PASSWORD)), null));
    var hash = desk.accounts.kept("alice").password();
    desk.logIn("alice", Desk.PASSWORD);
    assertThat(desk.accounts.kept("alice").scram()).isNotNull();
    assertThat(desk.accounts.kept("alice").password()).isEqualTo(hash);
  }

  @Test
  void a_weaker_scram_verifier_is_renewed_at_login() {
    desk.seed("alice", Desk.PASSWORD, 4096);
    var logins = desk.with(new SettingsBuilder().scramIterations(5000));
    logins.logIn("alice", bytes(Desk.PASSWORD), Desk.HOME);
    assertThat(desk.accounts.kept("alice").scram().iterations()).isEqualTo(5000);
  }

  @Test
  void without_scram_no_verifier_is_kept() {
    desk.seed("alice", Desk.PASSWORD);
    var logins = desk.with(new SettingsBuilder().scram(false));
    logins.logIn("alice", bytes(Desk.PASSWORD), Desk.HOME);
    assertThat(desk.accounts.kept("alice").scram()).isNull();
    logins.register(name("bob"), null, bytes(Desk.PASSWORD), Desk.HOME);
    assertThat(desk.accounts.kept("bob").scram()).isNull();
  }

  @Test
  void a_password_that_is_no_text_works_without_scram() {
    var odd = new byte[] {-1, -2, -3, -4, -5, -6, -7, -8, -9};
    assertThat(desk.logins.register(name("alice"), null, odd, Desk.HOME))
        .isInstanceOf(Attempt.Accepted.class);
    assertThat(desk.accounts.kept("alice").scram()).isNull();
    assertThat(desk.logins.logIn("alice", odd, Desk.HOME)).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void the_callers_password_is_left_as_it_is() {
    var typed = bytes(Desk.PASSWORD);
    desk.logins.register(name("alice"), null, typed, Desk.HOME);
    desk.logins.logIn("alice", typed, Desk.HOME);
    assertThat(typed).isEqualTo(bytes(Desk.PASSWORD));
  }

  @Test
  void the_sixth_try_waits_and_is_not_evaluated() {
    desk.seed("alice", Desk.PASSWORD);
    desk.failTimes(5, "alice", Desk.HOME);
    int before = desk.hasher.calls();
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD)))
        .isEqualTo(new Throttled(Duration.ofMinutes(1)));
    assertThat(desk.hasher.calls()).isEqualTo(before);
    desk.clock.forward(Duration.ofMinutes(1));
    assertThat(desk.logIn("alice", Desk.PASSWORD)).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void waiting_tries_do_not_make_the_wait_longer() {
    desk.seed("alice", Desk.PASSWORD);
    desk.failTimes(50, "alice", Desk.HOME);
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD)))
        .isEqualTo(new Throttled(Duration.ofMinutes(1)));
  }

  @Test
  void an_account_is_guarded_against_many_addresses() {
    desk.seed("alice", Desk.PASSWORD);
    for (int i = 1; i <= 5; i++) {
      desk.failTimes(1, "alice", Desk.address("203.0.113." + i));
    }
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD))).isInstanceOf(Throttled.class);
  }

  @Test
  void an_address_is_kept_from_trying_many_accounts() {
    desk.seed("alice", Desk.PASSWORD);
    for (int i = 1; i <= 5; i++) {
      desk.failTimes(1, "someone" + i, Desk.HOME);
    }
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD))).isInstanceOf(Throttled.class);
    assertThat(desk.logIn("alice", Desk.PASSWORD, Desk.ELSEWHERE))
        .isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void all_addresses_of_one_ipv6_network_share_a_budget() {
    desk.seed("alice", Desk.PASSWORD);
    for (int i = 1; i <= 5; i++) {
      desk.failTimes(1, "someone" + i, Desk.address("2001:db8:0:1::" + i));
    }
    var neighbour = Desk.address("2001:db8:0:1:ffff::9");
    var stranger = Desk.address("2001:db8:0:2::1");
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD, neighbour)))
        .isInstanceOf(Throttled.class);
    assertThat(desk.logIn("alice", Desk.PASSWORD, stranger)).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void loopback_is_no_exception() {
    desk.failTimes(5, "alice", Desk.address("127.0.0.1"));
    assertThat(Desk.why(desk.logIn("bob", "x", Desk.address("127.0.0.1"))))
        .isInstanceOf(Throttled.class);
  }

  @Test
  void strangers_cannot_lock_the_owner_out_of_a_known_device() {
    desk.seed("alice", Desk.PASSWORD);
    desk.logIn("alice", Desk.PASSWORD, Desk.HOME);
    desk.failTimes(9, "alice", Desk.ELSEWHERE); // the account is throttled
    desk.failTimes(9, "mallory", Desk.HOME); // and so is the address
    assertThat(desk.logIn("alice", Desk.PASSWORD, Desk.HOME)).isInstanceOf(Attempt.Accepted.class);
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD, Desk.address("203.0.113.9"))))
        .isInstanceOf(Throttled.class);
  }

  @Test
  void a_known_device_has_a_budget_too() {
    desk.register("alice", Desk.PASSWORD);
    desk.failTimes(5, "alice", Desk.HOME);
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD))).isInstanceOf(Throttled.class);
  }

  @Test
  void without_limits_nobody_waits() {
    var logins = desk.with(new SettingsBuilder().throttleFailures(0));
    desk.seed("alice", Desk.PASSWORD);
    for (int i = 0; i < 20; i++) {
      logins.logIn("alice", bytes("wrong"), Desk.HOME);
    }
    assertThat(logins.logIn("alice", bytes(Desk.PASSWORD), Desk.HOME))
        .isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void a_hundred_logins_at_once_run_few_at_a_time_and_all_succeed() {
    desk.seed("alice", Desk.PASSWORD);
    var busy = desk.with(new SettingsBuilder().hashParallel(3).hashQueue(100));
    var attempts = together(100, _ -> busy.logIn("alice", bytes(Desk.PASSWORD), Desk.HOME));
    assertThat(attempts).allMatch(Attempt.Accepted.class::isInstance);
    assertThat(desk.hasher.mostAtOnce()).isLessThanOrEqualTo(3);
  }

  @Test
  void of_many_guesses_at_once_no_more_are_evaluated_than_run_beside_the_fifth() {
    desk.seed("alice", Desk.PASSWORD);
    int before = desk.hasher.calls();
    var attempts = together(66, i -> desk.logIn("alice", "guess " + i));
    assertThat(attempts).allMatch(Attempt.Denied.class::isInstance);
    assertThat(desk.hasher.calls() - before).isBetween(5, 6); // two hash at once
  }

  @Test
  void who_finds_the_line_full_is_told_so() throws InterruptedException, ExecutionException {
    desk.seed("alice", Desk.PASSWORD);
    var logins = desk.with(new SettingsBuilder().hashParallel(1).hashQueue(1));
    desk.hasher.hold();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var callers = new ExecutorCompletionService<Attempt>(threads);
      for (int i = 0; i < 10; i++) {
        callers.submit(() -> logins.logIn("alice", bytes(Desk.PASSWORD), Desk.HOME));
      }
      for (int i = 0; i < 8; i++) {
        assertThat(Desk.why(callers.take().get())).isEqualTo(new Busy("accounts"));
      }
      desk.hasher.release();
      for (int i = 0; i < 2; i++) {
        assertThat(callers.take().get()).isInstanceOf(Attempt.Accepted.class);
      }
    }
  }

  @Test
  void a_short_secret_is_no_secret() {
    assertThatThrownBy(() ->
            new Logins(
                desk.accounts, desk.hasher, AccountSettings.DEFAULT, desk.clock, new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Attempt> together(int number, IntFunction<Attempt> attempt) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var started = new CountDownLatch(number);
      var attempts =
          IntStream.range(0, number)
              .mapToObj(i -> threads.submit(() -> startWithAll(started, i, attempt)))
              .toList();
      return attempts.stream().map(LoginsTest::result).toList();
    }
  }

  private static Attempt startWithAll(CountDownLatch started, int i, IntFunction<Attempt> attempt)
      throws InterruptedException {
    started.countDown();
    started.await();
    return attempt.apply(i);
  }

  private static Attempt result(Future<Attempt> attempt) {
    try {
      return attempt.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static AccountName name(String name) {
    return AccountName.parse(name).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
