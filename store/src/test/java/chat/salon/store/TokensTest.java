package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.account.Access;
import chat.salon.core.account.AccessSettings;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens on a real database, and how long they are good.
class TokensTest extends OnEachDatabase {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final AccountName ALICE = AccountName.trusted("Alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final String HOME = "192.0.2.1";
  private static final AccessSettings SETTINGS =
      new AccessSettings(Duration.ofDays(30), Duration.ofDays(180), 3, 2, Duration.ofDays(90));

  private Store store;
  private Access access;
  private Instant now = START;

  @BeforeEach
  void open() {
    store = openStore();
    access = new Access(store.tokens(), SETTINGS, () -> now);
    for (var name : List.of(ALICE, BOB)) {
      store.accounts().create(name, null, new Credentials("$argon2id$…", null), now);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_token_is_known_by_its_secret_and_as_what_it_is() {
    var issued =
        access
            .make(
                Kind.PROGRAM,
                ALICE,
                "bot",
                Set.of(Scope.READ),
                ChannelName.trusted("#tea"),
                Duration.ofDays(10),
                HOME)
            .orElseThrow();
    assertThat(access.check(issued.secret(), Kind.PROGRAM, HOME)).contains(issued.token());
    assertThat(access.check(issued.secret(), Kind.BROWSER, HOME)).isEmpty();
    assertThat(access.check(issued.secret() + "x", Kind.PROGRAM, HOME)).isEmpty();
    now = START.plus(Duration.ofDays(10));
    assertThat(access.check(issued.secret(), Kind.PROGRAM, HOME)).isEmpty();
  }

  @Test
  void a_browser_that_is_not_used_is_logged_out_and_one_that_is_used_is_too_at_last() {
    var idle = access.logIn(ALICE, "idle", HOME);
    var used = access.logIn(ALICE, "used", HOME);
    for (int day = 20; day < 180; day += 20) {
      now = START.plus(Duration.ofDays(day));
      assertThat(access.check(used.secret(), Kind.BROWSER, HOME)).as("day " + day).isPresent();
    }
    assertThat(access.check(idle.secret(), Kind.BROWSER, HOME)).isEmpty();
    assertThat(access.of(ALICE, Kind.BROWSER)).extracting(Token::name).containsExactly("used");
    assertThat(access.sweep()).isOne();
    now = START.plus(Duration.ofDays(180));
    assertThat(access.check(used.secret(), Kind.BROWSER, HOME)).isEmpty();
  }

  @Test
  void of_too_many_browsers_the_one_that_was_used_longest_ago_makes_room() {
    var ended = new ArrayList<String>();
    access.whenEnded(token -> ended.add(token.name()));
    for (var name : List.of("one", "two", "three", "four")) {
      access.logIn(ALICE, name, HOME);
      now = now.plusSeconds(1);
    }
    assertThat(ended).containsExactly("one");
    assertThat(access.of(ALICE, Kind.BROWSER))
        .extracting(Token::name)
        .containsExactly("four", "three", "two");
  }

  @Test
  void an_account_ends_its_own_tokens_and_nobody_elses() {
    var alices = access.logIn(ALICE, "alice", HOME);
    var bobs = access.logIn(BOB, "bob", HOME);
    assertThat(access.end(BOB, alices.token().id())).isFalse();
    assertThat(access.check(alices.secret(), Kind.BROWSER, HOME)).isPresent();
    assertThat(access.end(ALICE, alices.token().id())).isTrue();
    assertThat(access.check(alices.secret(), Kind.BROWSER, HOME)).isEmpty();
    access.endAll(BOB, 0);
    assertThat(access.check(bobs.secret(), Kind.BROWSER, HOME)).isEmpty();
  }
}
