package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// One server's accounts, as the tests of this package speak to them.
final class Desk {
  static final String PASSWORD = "correct horse battery staple";
  static final InetAddress HOME = address("192.0.2.7");
  static final InetAddress ELSEWHERE = address("198.51.100.23");

  final MemoryAccounts accounts = new MemoryAccounts();
  final CountingHasher hasher = new CountingHasher();
  final HandClock clock = new HandClock();
  final Logins logins;

  Desk() {
    this(new SettingsBuilder());
  }

  Desk(SettingsBuilder settings) {
    logins = with(settings);
  }

  /// Another start of the server, with the same accounts.
  Logins with(SettingsBuilder settings) {
    return new Logins(accounts, hasher, settings.build(), clock, new byte[32]);
  }

  /// Puts an account straight into the store, so that no address is known for it.
  void seed(String name, String password) {
    seed(name, password, ScramVerifier.FEWEST_ITERATIONS);
  }

  void seed(String name, String password, int iterations) {
    var bytes = password.getBytes(UTF_8);
    var scram = ScramVerifier.of(bytes, new byte[] {1, 2, 3, 4}, iterations);
    seed(name, new Credentials(hasher.hash(bytes), scram));
  }

  void seed(String name, Credentials credentials) {
    var account = AccountName.parse(name).orElseThrow();
    assertThat(accounts.create(account, null, credentials, clock.instant())).isPresent();
  }

  Attempt register(String name, String password) {
    return logins.register(
        AccountName.parse(name).orElseThrow(), null, password.getBytes(UTF_8), HOME);
  }

  Attempt logIn(String name, String password) {
    return logIn(name, password, HOME);
  }

  Attempt logIn(String name, String password, InetAddress from) {
    return logins.logIn(name, password.getBytes(UTF_8), from);
  }

  void failTimes(int times, String name, InetAddress from) {
    for (int i = 0; i < times; i++) {
      logIn(name, "wrong " + i, from);
    }
  }

  static Refusal why(Attempt attempt) {
    return ((Attempt.Denied) attempt).why();
  }

  static Account account(Attempt attempt) {
    return ((Attempt.Accepted) attempt).account();
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
