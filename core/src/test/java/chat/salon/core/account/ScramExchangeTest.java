package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.Refusal.Throttled;
import chat.salon.core.account.ScramExchange.Step;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScramExchangeTest {
  private final Desk desk = new Desk();

  @Test
  void speaks_as_in_the_example_of_rfc_7677() {
    var salt = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
    var verifier = ScramVerifier.of(bytes("pencil"), salt, 4096);
    desk.seed("user", new Credentials("", verifier));
    var settings = AccountSettings.DEFAULT;
    var exchange =
        new ScramExchange(
            desk.accounts,
            new LoginThrottle(settings, new ForwardTime(desk.clock)),
            new ScramDecoys(new byte[32], 4096),
            true,
            Desk.HOME,
            "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0",
            desk.clock);

    assertThat(continued(exchange, "n,,n=user,r=rOprNGfwEbeRWgbNEkqO"))
        .isEqualTo(
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
    var step =
        exchange.next(
            bytes(
                "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                    + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="));

    assertThat(step).isInstanceOf(Step.Success.class);
    assertThat(new String(((Step.Success) step).message(), UTF_8))
        .isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
  }

  @Test
  void logs_in_who_knows_the_password_and_proves_that_the_server_does() {
    desk.register("Alice", Desk.PASSWORD);
    var client = new ScramClient("alice", Desk.PASSWORD);
    var step = run(client);
    assertThat(step).isInstanceOf(Step.Success.class);
    assertThat(((Step.Success) step).account().name().shown()).isEqualTo("Alice");
    assertThat(client.believes(((Step.Success) step).message())).isTrue();
  }

  @Test
  void takes_passwords_and_names_as_saslprep_prepares_them() {
    desk.register("zoë", "ｃｏｒｒｅｃｔ　horse ½");
    assertThat(run(new ScramClient("zoe\u0308", "correct horse 1\u20442")))
        .isInstanceOf(Step.Success.class);
    assertThat(desk.logIn("zoë", "correct horse 1\u20442")).isInstanceOf(Attempt.Accepted.class);
  }

  @Test
  void refuses_a_wrong_password() {
    desk.register("alice", Desk.PASSWORD);
    assertThat(run(new ScramClient("alice", "wrong"))).isEqualTo(denied());
  }

  @Test
  void answers_for_an_unknown_name_as_for_a_known_one() {
    desk.register("alice", Desk.PASSWORD);
    var known = challenge(desk.logins, "alice");
    var unknown = challenge(desk.logins, "mallory");
    assertThat(unknown.keySet()).isEqualTo(known.keySet());
    assertThat(unknown.get('i')).isEqualTo(known.get('i'));
    assertThat(unknown.get('s')).hasSameSizeAs(known.get('s')).isNotEqualTo(known.get('s'));
    assertThat(run(new ScramClient("mallory", "wrong"))).isEqualTo(denied());
  }

  @Test
  void shows_an_unknown_name_the_same_salt_again_and_after_a_restart() {
    var salt = challenge(desk.logins, "mallory").get('s');
    assertThat(challenge(desk.logins, "Mallory").get('s')).isEqualTo(salt);
    assertThat(challenge(desk.with(new SettingsBuilder()), "mallory").get('s')).isEqualTo(salt);
    assertThat(challenge(desk.logins, "mallory2").get('s')).isNotEqualTo(salt);
  }

  @Test
  void answers_for_an_account_without_verifier_as_for_none() {
    var before = challenge(desk.logins, "alice").get('s');
    desk.seed("alice", new Credentials(desk.hasher.hash(bytes(Desk.PASSWORD)), null));
    assertThat(challenge(desk.logins, "alice").get('s')).isEqualTo(before);
    assertThat(run(new ScramClient("alice", Desk.PASSWORD))).isEqualTo(denied());
  }

  @Test
  void gives_each_exchange_a_nonce_of_its_own() {
    desk.register("alice", Desk.PASSWORD);
    var client = new ScramClient("alice", Desk.PASSWORD);
    var recorded = desk.logins.scram(Desk.HOME);
    var answer = client.last(((Step.Continue) recorded.next(client.first())).message());
    assertThat(recorded.next(answer)).isInstanceOf(Step.Success.class);

    var replayed = desk.logins.scram(Desk.HOME);
    replayed.next(client.first());
    assertThat(replayed.next(answer)).isEqualTo(denied());
  }

  @Test
  void is_good_for_one_login() {
    desk.register("alice", Desk.PASSWORD);
    var client = new ScramClient("alice", Desk.PASSWORD);
    var exchange = desk.logins.scram(Desk.HOME);
    var answer = client.last(((Step.Continue) exchange.next(client.first())).message());
    exchange.next(answer);
    assertThat(exchange.next(answer)).isEqualTo(denied());
    assertThat(exchange.next(client.first())).isEqualTo(denied());
  }

  @Test
  void lets_a_client_act_as_itself_and_nobody_else() {
    desk.register("alice", Desk.PASSWORD);
    desk.register("admin", Desk.PASSWORD);
    assertThat(run(new ScramClient("n,a=ALICE,", "alice", "nonce", Desk.PASSWORD)))
        .isInstanceOf(Step.Success.class);
    assertThat(run(new ScramClient("n,a=admin,", "alice", "nonce", Desk.PASSWORD)))
        .isEqualTo(denied());
  }

  @Test
  void takes_a_client_that_could_bind_but_knows_that_the_server_cannot() {
    desk.register("alice", Desk.PASSWORD);
    assertThat(run(new ScramClient("y,,", "alice", "nonce", Desk.PASSWORD)))
        .isInstanceOf(Step.Success.class);
  }

  @Test
  void refuses_another_header_than_was_sent_at_first() {
    desk.register("alice", Desk.PASSWORD);
    assertThat(answered("y,,", "c=biws,r=%s")).isEqualTo(denied()); // biws is n,,
    assertThat(answered("n,,", "c=eSws,r=%s")).isEqualTo(denied()); // eSws is y,,
    assertThat(answered("n,,", "c=biwsYQ==,r=%s")).isEqualTo(denied());
  }

  @Test
  void ignores_what_it_may_and_refuses_what_it_must_understand() {
    desk.register("alice", Desk.PASSWORD);
    assertThat(answered("n,,", "c=biws,r=%s,x=later")).isInstanceOf(Step.Success.class);
    assertThat(answered("n,,", "c=biws,r=%s,m=must")).isEqualTo(denied());
    assertThat(answered("n,,", "c=biws,r=%s,p=aGk=")).isEqualTo(denied());
    assertThat(answered("n,,", "c=biws,r=%sx")).isEqualTo(denied());
    assertThat(answered("n,,", "r=%s,c=biws")).isEqualTo(denied());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n",
        "n,,",
        "x,,n=alice,r=nonce",
        "nn,,n=alice,r=nonce",
        "N,,n=alice,r=nonce",
        "p=tls-unique,,n=alice,r=nonce",
        "p=tls-exporter,,n=alice,r=nonce",
        "n,alice,n=alice,r=nonce",
        "n,a=,n=alice,r=nonce",
        "n,a=al=ice,n=alice,r=nonce",
        "n,,m=must,n=alice,r=nonce",
        "n,,n=alice,r=nonce,m=must",
        "n,,n=alice,r=nonce,",
        "n,,n=alice,r=nonce,x=",
        "n,,n=,r=nonce",
        "n,,n=al=ice,r=nonce",
        "n,,n=alice=2c,r=nonce",
        "n,,n=alice,r=",
        "n,,n=alice,r=no nce",
        "n,,n=alice,r=nöncé",
        "n,,n=alice",
        "n,,r=nonce,n=alice",
        "n,,n=alice\0,r=nonce",
        "n,,n=al\u0007ice,r=nonce",
      })
  void refuses_a_malformed_first_message(String message) {
    desk.register("alice", Desk.PASSWORD);
    var exchange = desk.logins.scram(Desk.HOME);
    assertThat(exchange.next(bytes(message))).isEqualTo(denied());
    assertThat(exchange.next(bytes("n,,n=alice,r=nonce"))).isEqualTo(denied());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c=biws", "c=biws,r=nonce", "c=biws,r=nonce,p=", "p=aGk=", "\0"})
  void refuses_a_malformed_last_message(String message) {
    var exchange = desk.logins.scram(Desk.HOME);
    exchange.next(bytes("n,,n=alice,r=nonce"));
    assertThat(exchange.next(bytes(message))).isEqualTo(denied());
  }

  @Test
  void refuses_what_is_not_utf_8_or_longer_than_any_login() {
    assertThat(desk.logins.scram(Desk.HOME).next(new byte[] {'n', ',', ',', 'n', '=', -1}))
        .isEqualTo(denied());
    assertThat(desk.logins.scram(Desk.HOME).next(bytes("n,,n=a,r=" + "n".repeat(5000))))
        .isEqualTo(denied());
  }

  @Test
  void reads_escaped_commas_and_equals_signs_in_names() {
    assertThat(ScramAttributes.name("a=2Cb=3Dc")).contains("a,b=c");
    assertThat(ScramAttributes.name("a=3D2C")).contains("a=2C");
  }

  @Test
  void shares_the_budget_of_failures_with_passwords() {
    desk.seed("alice", Desk.PASSWORD);
    desk.failTimes(3, "alice", Desk.HOME);
    for (int i = 0; i < 2; i++) {
      assertThat(run(new ScramClient("alice", "wrong"))).isEqualTo(denied());
    }
    var throttled = new Throttled(Duration.ofMinutes(1));
    assertThat(run(new ScramClient("alice", Desk.PASSWORD))).isEqualTo(new Step.Failure(throttled));
    assertThat(Desk.why(desk.logIn("alice", Desk.PASSWORD))).isEqualTo(throttled);
  }

  @Test
  void counts_no_failure_for_a_malformed_exchange() {
    desk.seed("alice", Desk.PASSWORD);
    for (int i = 0; i < 20; i++) {
      desk.logins.scram(Desk.HOME).next(bytes("n,a=admin,n=alice,r=nonce"));
    }
    assertThat(run(new ScramClient("alice", Desk.PASSWORD))).isInstanceOf(Step.Success.class);
  }

  @Test
  void checks_five_of_a_hundred_guesses_that_arrive_together() {
    desk.seed("alice", Desk.PASSWORD);
    var client = new ScramClient("alice", "wrong");
    var guesses =
        IntStream.range(0, 100)
            .mapToObj(_ -> desk.logins.scram(Desk.HOME))
            .map(exchange -> guess(exchange, client))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var steps = guesses.stream().map(threads::submit).toList();
      assertThat(steps).extracting(Future::get).filteredOn(denied()::equals).hasSize(5);
    }
  }

  private static Callable<Step> guess(ScramExchange exchange, ScramClient client) {
    var answer = client.last(((Step.Continue) exchange.next(client.first())).message());
    return () -> exchange.next(answer);
  }

  @Test
  void is_not_there_when_it_is_switched_off() {
    var logins = desk.with(new SettingsBuilder().scram(false));
    assertThat(logins.offersScram()).isFalse();
    assertThat(logins.scram(Desk.HOME).next(bytes("n,,n=alice,r=nonce"))).isEqualTo(denied());
  }

  @Test
  void a_verifier_has_4096_iterations_or_more() {
    var salt = new byte[] {1};
    assertThatThrownBy(() -> ScramVerifier.of(bytes("pencil"), salt, 4095))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Step run(ScramClient client) {
    var exchange = desk.logins.scram(Desk.HOME);
    return switch (exchange.next(client.first())) {
      case Step.Continue(var challenge) -> exchange.next(client.last(challenge));
      case Step other -> other;
    };
  }

  private Step answered(String header, String withoutProof) {
    var client = new ScramClient(header, "alice", "nonce", Desk.PASSWORD);
    var exchange = desk.logins.scram(Desk.HOME);
    var challenge = ((Step.Continue) exchange.next(client.first())).message();
    var nonce = ScramClient.attributes(challenge).get('r');
    return exchange.next(client.last(challenge, withoutProof.formatted(nonce)));
  }

  private static Map<Character, String> challenge(Logins logins, String name) {
    var exchange = logins.scram(Desk.ELSEWHERE);
    return ScramClient.attributes(bytes(continued(exchange, "n,,n=" + name + ",r=nonce")));
  }

  private static String continued(ScramExchange exchange, String message) {
    return new String(((Step.Continue) exchange.next(bytes(message))).message(), UTF_8);
  }

  private static Step denied() {
    return new Step.Failure(new BadCredentials());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
