package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Who has to wait after failed logins: the account and the address, whichever waits longer. An
/// address from which the account has logged in before has a budget of its own with that account,
/// so that strangers cannot lock its owner out. One for all doors. Any thread.
final class LoginThrottle {
  private final Throttle failures;
  private final KnownDevices known = new KnownDevices();

  LoginThrottle(AccountSettings settings, ForwardTime time) {
    failures =
        new Throttle(
            settings.throttleFailures(),
            settings.throttleWindow(),
            settings.throttleWait(),
            settings.throttleLongestWait(),
            time);
  }

  /// How long a login has to wait; zero when it need not.
  ///
  /// @param name empty when no account can have the name that was given
  Duration waitFor(Optional<AccountName> name, InetAddress from) {
    var address = Address.of(from);
    if (name.isEmpty()) {
      return failures.waitFor(addressKey(address));
    }
    if (known.contains(name.get(), address)) {
      return failures.waitFor(pairKey(name.get(), address));
    }
    var account = failures.waitFor(accountKey(name.get()));
    var here = failures.waitFor(addressKey(address));
    return account.compareTo(here) > 0 ? account : here;
  }

  /// Counts a wrong password or proof.
  void failed(Optional<AccountName> name, InetAddress from) {
    var address = Address.of(from);
    failures.count(addressKey(address));
    name.ifPresent(account -> failures.count(accountKey(account)));
    name.filter(account -> known.contains(account, address))
        .ifPresent(account -> failures.count(pairKey(account, address)));
  }

  /// Remembers the address for the account. What strangers have used up stays used up.
  void succeeded(AccountName name, InetAddress from) {
    var address = Address.of(from);
    known.add(name, address);
    failures.forget(pairKey(name, address));
  }

  /// Looks, checks and counts as one step, for checks that take microseconds: of any number at
  /// once, no more are right or wrong than the budget has.
  ///
  /// @return how long to wait, or whether the check was right
  synchronized Checked check(
      Optional<AccountName> name, InetAddress from, BooleanSupplier isRight) {
    var wait = waitFor(name, from);
    if (wait.isPositive()) {
      return new Checked(wait, false);
    }
    boolean right = isRight.getAsBoolean();
    if (!right) {
      failed(name, from);
    }
    return new Checked(Duration.ZERO, right);
  }

  /// @param retryAfter positive when nothing was checked
  record Checked(Duration retryAfter, boolean right) {}

  private static String accountKey(AccountName name) {
    return "account " + name.folded();
  }

  private static String addressKey(String address) {
    return "address " + address;
  }

  private static String pairKey(AccountName name, String address) {
    return "pair " + address + " " + name.folded();
  }
}
