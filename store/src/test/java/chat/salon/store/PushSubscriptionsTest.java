package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.account.Access;
import chat.salon.core.account.AccessSettings;
import chat.salon.core.account.Credentials;
import chat.salon.core.push.PushSubscription;
import chat.salon.core.push.PushSubscription.Form;
import chat.salon.core.push.PushSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Devices that want to be told, on a real database.
class PushSubscriptionsTest extends OnEachDatabase {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final AccountName ALICE = AccountName.trusted("Alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final int MOST = 1;

  private Store store;
  private PushSubscriptions subscriptions;

  @BeforeEach
  void open() {
    store = openStore();
    subscriptions = store.pushSubscriptions();
    for (var name : List.of(ALICE, BOB)) {
      store.accounts().create(name, null, new Credentials("$argon2id$…", null), NOW);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_device_is_kept_as_it_is_and_replaced_by_its_endpoint() {
    var phone = device(ALICE, 0, "phone", false);
    assertThat(subscriptions.put(phone, MOST)).isTrue();
    assertThat(subscriptions.of(ALICE)).containsExactly(phone);
    var talkative = device(ALICE, 0, "phone", true);
    assertThat(subscriptions.put(talkative, MOST)).isTrue();
    assertThat(subscriptions.of(ALICE)).containsExactly(talkative);
    var given = device(BOB, 0, "phone", false);
    assertThat(subscriptions.put(given, MOST)).isTrue();
    assertThat(subscriptions.of(ALICE)).isEmpty();
    assertThat(subscriptions.of(BOB)).containsExactly(given);
  }

  @Test
  void an_account_has_so_many_and_no_more() {
    assertThat(subscriptions.put(device(ALICE, 0, "one", false), MOST)).isTrue();
    assertThat(subscriptions.put(device(ALICE, 0, "two", false), MOST)).isTrue();
    assertThat(subscriptions.put(device(ALICE, 0, "three", false), MOST)).isFalse();
    assertThat(subscriptions.put(device(ALICE, 0, "two", true), MOST)).isTrue();
    subscriptions.remove(BOB, address("one"));
    assertThat(subscriptions.of(ALICE)).hasSize(2);
    subscriptions.remove(ALICE, address("one"));
    assertThat(subscriptions.put(device(ALICE, 0, "three", false), MOST)).isTrue();
    assertThat(subscriptions.put(device(AccountName.trusted("nobody"), 0, "x", false), MOST))
        .isFalse();
  }

  @Test
  void a_device_is_forgotten_with_the_session_that_it_belongs_to() {
    var settings =
        new AccessSettings(Duration.ofDays(30), Duration.ofDays(180), 3, 2, Duration.ofDays(90));
    var access = new Access(store.tokens(), settings, () -> NOW);
    var token = access.logIn(ALICE, "browser", "192.0.2.1").token();
    var browser = device(ALICE, token.id(), "browser", false);
    var other = device(ALICE, 0, "other", false);
    assertThat(subscriptions.put(browser, MOST)).isTrue();
    assertThat(subscriptions.put(other, MOST)).isTrue();
    assertThat(subscriptions.of(ALICE)).containsExactlyInAnyOrder(browser, other);
    assertThat(access.end(ALICE, token.id())).isTrue();
    assertThat(subscriptions.of(ALICE)).containsExactly(other);
  }

  @Test
  void those_without_a_token_are_forgotten_together_and_no_others() {
    var settings =
        new AccessSettings(Duration.ofDays(30), Duration.ofDays(180), 3, 2, Duration.ofDays(90));
    var token = new Access(store.tokens(), settings, () -> NOW).logIn(ALICE, "browser", "::1");
    var browser = device(ALICE, token.token().id(), "browser", false);
    assertThat(subscriptions.put(browser, MOST)).isTrue();
    assertThat(subscriptions.put(device(ALICE, 0, "other", false), MOST)).isTrue();
    assertThat(subscriptions.put(device(BOB, 0, "bob", false), MOST)).isTrue();
    subscriptions.removeWithoutToken(ALICE);
    assertThat(subscriptions.of(ALICE)).containsExactly(browser);
    assertThat(subscriptions.of(BOB)).hasSize(1);
  }

  private static PushSubscription device(
      AccountName account, long token, String name, boolean showsText) {
    return new PushSubscription(
        account, token, Form.JSON, address(name), "BCVx", "BTBZ", showsText);
  }

  private static String address(String name) {
    return "https://push.example.net/" + "long/".repeat(100) + name;
  }
}
