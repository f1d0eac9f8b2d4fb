package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.salon.core.Account;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.BadCode;
import chat.salon.core.Refusal.Throttled;
import chat.salon.core.Role;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// How a new server gets its first administrator: whoever reads a code on the console and logs in
/// may claim the role, once. Any thread but an event loop, since the store is asked. Throws
/// [StoreException] when the store cannot.
public final class FirstAdministrator {
  // Crockford's base32: no letter that looks like a digit, and none that spells.
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SYMBOLS = 28; // 140 bits
  private static final int GROUP = 4;

  private final Accounts accounts;
  private final Throttle throttle;
  private final SecureRandom random = new SecureRandom();
  // SHA-256 of the code that is good now; null when none is
  private final AtomicReference<byte @Nullable []> good = new AtomicReference<>();

  public FirstAdministrator(Accounts accounts, AccountSettings settings, InstantSource clock) {
    this.accounts = accounts;
    throttle =
        new Throttle(
            settings.throttleFailures(),
            settings.throttleWindow(),
            settings.throttleWait(),
            settings.throttleLongestWait(),
            new ForwardTime(clock));
  }

  /// A fresh code to print, such as `7K3M-…`; empty when there is an administrator. Good until it
  /// is used, the next one is made, or the server stops. Only its hash is kept.
  public Optional<String> newCode() {
    if (accounts.hasAdministrator()) {
      good.set(null);
      return Optional.empty();
    }
    var code = new StringBuilder();
    for (int i = 0; i < SYMBOLS; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    good.set(hash(code.toString()));
    return Optional.of(code.toString());
  }

  /// Whether a code was printed that nobody has used yet. Never waits.
  public boolean isWanted() {
    return good.get() != null;
  }

  /// Whether this is the code that was printed. It is too long to be found by trying.
  public boolean knows(String code) {
    var expected = good.get();
    return expected != null && Sha256.same(hash(code), expected);
  }

  /// Makes the account administrator. Of two that claim at once, one is.
  ///
  /// @param code as it was typed: small letters, spaces and no hyphens do as well
  /// @return the account with its new role, or denied with `BadCode` or `Throttled`
  public Attempt claim(String code, Account account) {
    var who = account.name().folded();
    var wait = throttle.waitFor(who);
    if (wait.isPositive()) {
      return denied(new Throttled(wait));
    }
    var expected = good.get();
    if (expected == null || !knows(code)) {
      throttle.count(who);
      return denied(new BadCode());
    }
    if (accounts.hasAdministrator() || !good.compareAndSet(expected, null)) {
      return denied(new BadCode());
    }
    boolean done = false;
    try {
      accounts.setRole(account.name(), Role.ADMINISTRATOR);
      done = true;
    } finally {
      if (!done) {
        good.compareAndSet(null, expected); // the role was not given, so the code is good still
      }
    }
    return new Attempt.Accepted(
        new Account(
            account.id(), account.name(), Role.ADMINISTRATOR, account.email(), account.created()));
  }

  private static byte[] hash(String code) {
    var typed = code.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    return Sha256.hash(
        typed.replace('O', '0').replace('I', '1').replace('L', '1').getBytes(US_ASCII));
  }

  private static Attempt denied(Refusal why) {
    return new Attempt.Denied(why);
  }
}
