package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Nick;
import chat.salon.core.account.Access;
import chat.salon.core.account.AccessSettings;
import chat.salon.core.account.Bot;
import chat.salon.core.account.Bots.Made;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bots on a real database.
class BotsTest extends OnEachDatabase {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final AccountName ALICE = AccountName.trusted("Alice");
  private static final AccountName METEO = AccountName.trusted("Meteo");
  private static final ChannelName TEA = ChannelName.trusted("#Tea");
  private static final String HOME = "192.0.2.1";

  private Store store;
  private Access access;

  @BeforeEach
  void open() {
    store = openStore();
    var day = Duration.ofDays(1);
    access = new Access(store.tokens(), new AccessSettings(day, day, 9, 9, day), () -> NOW);
    store.accounts().create(ALICE, null, new Credentials("$argon2id$…", null), NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Made make(String name, int most) {
    return store.bots().create(new Bot(AccountName.trusted(name), ALICE, NOW), most);
  }

  @Test
  void a_bot_is_an_account_without_a_password_that_has_an_owner() {
    assertThat(make("Meteo", 2)).isEqualTo(Made.MADE);
    assertThat(store.accounts().find(METEO).map(Account::owner)).contains(ALICE);
    assertThat(store.accounts().credentials(METEO)).isEmpty();
    assertThat(store.accounts().find(ALICE).filter(Account::isBot)).isEmpty();
    assertThat(store.profiles().find(METEO).orElseThrow().bot()).isTrue();
    assertThat(store.bots().find(METEO)).contains(new Bot(METEO, ALICE, NOW));
    assertThat(store.nicks().owner(Nick.trusted("METEO"))).contains(METEO);
  }

  @Test
  void a_name_is_had_once_and_an_owner_has_so_many() {
    assertThat(make("alice", 2)).isEqualTo(Made.TAKEN);
    assertThat(make("Meteo", 2)).isEqualTo(Made.MADE);
    assertThat(make("meteo", 2)).isEqualTo(Made.TAKEN);
    assertThat(make("trains", 2)).isEqualTo(Made.MADE);
    assertThat(make("more", 2)).isEqualTo(Made.TOO_MANY);
    assertThat(store.bots().of(ALICE))
        .extracting(bot -> bot.name().shown())
        .containsExactly("Meteo", "trains");
  }

  @Test
  void of_many_that_are_made_at_once_there_are_no_more_than_may_be() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tries =
          IntStream.range(0, 8).<Callable<Made>>mapToObj(i -> () -> make("bot" + i, 3)).toList();
      for (var made : threads.invokeAll(tries)) {
        assertThat(made.get()).isNotEqualTo(Made.TAKEN);
      }
    }
    assertThat(store.bots().of(ALICE)).hasSize(3);
  }

  @Test
  void a_token_of_a_bot_that_is_out_of_use_lets_nobody_in() {
    make("Meteo", 2);
    var secret = issue(Kind.PROGRAM, METEO, null).secret();
    assertThat(access.check(secret, Kind.PROGRAM, HOME)).isPresent();
    assertThat(store.bots().retire(METEO, NOW)).isTrue();
    assertThat(store.bots().retire(METEO, NOW)).isFalse();
    assertThat(store.bots().retire(ALICE, NOW)).isFalse();
    assertThat(access.check(secret, Kind.PROGRAM, HOME)).isEmpty();
    assertThat(store.bots().find(METEO)).isEmpty();
    assertThat(store.bots().of(ALICE)).isEmpty();
    assertThat(make("Meteo", 2)).isEqualTo(Made.TAKEN);
    assertThat(make("other", 1)).isEqualTo(Made.MADE);
  }

  @Test
  void the_webhooks_of_a_channel_are_found_whoever_made_them() {
    make("Meteo", 2);
    var own = issue(Kind.WEBHOOK, ALICE, TEA).token();
    var other = issue(Kind.WEBHOOK, METEO, ChannelName.trusted("#tEA")).token();
    issue(Kind.WEBHOOK, ALICE, ChannelName.trusted("#coffee"));
    issue(Kind.PROGRAM, ALICE, TEA);
    assertThat(access.webhooks(TEA))
        .extracting(Token::id)
        .containsExactlyInAnyOrderElementsOf(List.of(own.id(), other.id()));
  }

  private Access.Issued issue(Kind kind, AccountName account, @Nullable ChannelName channel) {
    return access
        .make(kind, account, "ci", Set.of(Scope.WRITE), channel, Duration.ofHours(1), HOME)
        .orElseThrow();
  }
}
