package chat.salon.core.account;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.AccountExists;
import chat.salon.core.Refusal.BadAccountName;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.Refusal.BadEmail;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.Refusal.RegistrationClosed;
import chat.salon.core.Refusal.Throttled;
import chat.salon.core.Refusal.TooLong;
import chat.salon.core.protect.Deed;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Registering and logging in, the same for every door. There is one for each server, since the
/// budget of failed tries is shared by all doors. Every method waits for the store and for a slow
/// hash: call it on a virtual thread, never on an event loop. Throws
/// [chat.salon.core.StoreException] when the store cannot.
public final class Logins {
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 18;
  private static final int SHORTEST_SECRET = 16;

  private final Accounts accounts;
  private final PasswordHasher hasher;
  private final AccountSettings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Hashing hashing;
  private final LoginThrottle throttle;
  private final Throttle registrations;
  private final ScramDecoys decoys;

  /// @param secret at least 16 random bytes that stay the same over restarts: from it come the
  ///   salts that SCRAM shows for names without an account
  public Logins(
      Accounts accounts,
      PasswordHasher hasher,
      AccountSettings settings,
      InstantSource clock,
      byte[] secret) {
    if (secret.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException("the secret has less than 16 bytes");
    }
    this.accounts = accounts;
    this.hasher = hasher;
    this.settings = settings;
    this.clock = clock;
    var time = new ForwardTime(clock);
    var hour = Duration.ofHours(1);
    hashing = Hashing.of(settings);
    throttle = new LoginThrottle(settings, time);
    registrations =
        new Throttle(settings.registrationsPerHour(), hour, hour.dividedBy(6), hour, time);
    decoys = new ScramDecoys(secret.clone(), settings.scramIterations());
  }

  /// Makes an account.
  ///
  /// @param email null when none was given
  /// @param password as it was typed, in UTF-8; neither kept nor changed, the caller wipes it
  /// @return denied with `RegistrationClosed`, `BadEmail`, `WeakPassword`, `Throttled`,
  ///   `AccountExists` or `Busy`
  public Attempt register(
      AccountName name, @Nullable String email, byte[] password, InetAddress from) {
    if (!settings.registerOpen()) {
      return denied(new RegistrationClosed());
    }
    if (email == null ? settings.emailRequired() : !EmailAddress.isPlausible(email)) {
      return denied(new BadEmail(email == null ? "" : email));
    }
    var weak = PasswordRules.refuse(name, password, settings);
    if (weak.isPresent()) {
      return denied(weak.get());
    }
    var wait = registrations.waitFor(Address.of(from));
    if (wait.isPositive()) {
      return denied(new Throttled(wait));
    }
    if (accounts.find(name).isPresent()) {
      return denied(new AccountExists(name.shown())); // spares a hash; create() decides
    }
    return create(name, email, password, from);
  }

  private Attempt create(AccountName name, @Nullable String email, byte[] typed, InetAddress from) {
    try (var password = Password.of(typed)) {
      var credentials = hashing.run(() -> credentials(password, hasher.hash(password.bytes())));
      if (credentials.isEmpty()) {
        return denied(new Busy("accounts"));
      }
      var account = accounts.create(name, email, credentials.get(), clock.instant());
      if (account.isEmpty()) {
        return denied(new AccountExists(name.shown()));
      }
      registrations.count(Address.of(from));
      throttle.succeeded(name, from);
      return new Attempt.Accepted(account.get());
    }
  }

  /// Checks a password. An unknown name costs what a wrong password costs, and is answered alike.
  /// What is kept of the password is brought up to today's settings on the way.
  ///
  /// @param name as it was typed
  /// @param password as it was typed; neither kept nor changed, the caller wipes it
  /// @return denied with `BadCredentials`, `Throttled`, `TooLong`, `Busy`, or `Hindered` where the
  ///   account is suspended, which only who knows the password learns
  public Attempt logIn(String name, byte[] password, InetAddress from) {
    if (password.length > Password.LONGEST) {
      return denied(new TooLong("password", Password.LONGEST));
    }
    var account = SaslPlain.account(name);
    var wait = throttle.waitFor(account, from);
    if (wait.isPositive()) {
      return denied(new Throttled(wait));
    }
    var kept = account.flatMap(accounts::credentials);
    try (var secret = Password.of(password)) {
      return hashing
          .run(() -> check(account, kept, secret, from))
          .map(verdict -> finish(account, kept, verdict, from))
          .orElseGet(() -> denied(new Busy("accounts")));
    }
  }

  /// Gives an account another password.
  ///
  /// @param old the one that it has, as it was typed; neither kept nor changed, the caller wipes it
  /// @param wanted the new one, likewise
  /// @return denied as [#logIn] denies, or with `WeakPassword`
  public Attempt changePassword(AccountName name, byte[] old, byte[] wanted, InetAddress from) {
    var weak = PasswordRules.refuse(name, wanted, settings);
    if (weak.isPresent()) {
      return denied(weak.get());
    }
    var attempt = logIn(name.shown(), old, from);
    if (attempt instanceof Attempt.Denied) {
      return attempt;
    }
    try (var password = Password.of(wanted)) {
      var fresh = hashing.run(() -> credentials(password, hasher.hash(password.bytes())));
      fresh.ifPresent(credentials -> accounts.replace(name, credentials));
      return fresh.isPresent() ? attempt : denied(new Busy("accounts"));
    }
  }

  /// What a password turned out to be that is none of an account's.
  public enum Checked {
    RIGHT,
    WRONG,
    /// Too many tries, or too much to do: it was not looked at.
    LATER
  }

  /// Checks a password that is none of an account's: an operator's. Failures count for the address.
  ///
  /// @param encoded what the hasher made of the right one
  /// @param typed neither kept nor changed, the caller wipes it
  public Checked check(String encoded, byte[] typed, InetAddress from) {
    if (typed.length > Password.LONGEST) {
      return Checked.WRONG;
    }
    if (throttle.waitFor(Optional.empty(), from).isPositive()) {
      return Checked.LATER;
    }
    try (var password = Password.of(typed)) {
      var isRight = hashing.run(() -> hasher.matches(password.bytes(), encoded));
      return isRight.map(right -> counted(right, from)).orElse(Checked.LATER);
    }
  }

  /// The same of a password that was compared already.
  public Checked counted(boolean isRight, InetAddress from) {
    if (throttle.waitFor(Optional.empty(), from).isPositive()) {
      return Checked.LATER;
    }
    if (!isRight) {
      throttle.failed(Optional.empty(), from);
    }
    return isRight ? Checked.RIGHT : Checked.WRONG;
  }

  /// Makes an account for somebody else, as staff may wherever people make none themselves.
  ///
  /// @param password as it was typed, in UTF-8; neither kept nor changed, the caller wipes it
  /// @return denied with `WeakPassword`, `AccountExists` or `Busy`
  public Attempt registerFor(AccountName name, byte[] password, InetAddress from) {
    var weak = PasswordRules.refuse(name, password, settings);
    if (weak.isPresent()) {
      return denied(weak.get());
    }
    return accounts.find(name).isPresent()
        ? denied(new AccountExists(name.shown()))
        : create(name, null, password, from);
  }

  // On a hashing thread. The budget is looked at again here, where few run at once: of a thousand
  // guesses sent together, the last could otherwise be checked before the first is counted.
  private Verdict check(
      Optional<AccountName> name, Optional<Credentials> kept, Password password, InetAddress from) {
    var wait = throttle.waitFor(name, from);
    if (wait.isPositive()) {
      return new Verdict.Wait(wait);
    }
    if (!matches(password, kept)) {
      throttle.failed(name, from);
      return new Verdict.Wrong();
    }
    return new Verdict.Right(kept.flatMap(credentials -> renewed(password, credentials)));
  }

  private boolean matches(Password password, Optional<Credentials> kept) {
    if (kept.isEmpty()) {
      hasher.hash(password.bytes()); // for the time that it takes
      return false;
    }
    return hasher.matches(password.bytes(), kept.get().password());
  }

  private Attempt finish(
      Optional<AccountName> name, Optional<Credentials> kept, Verdict verdict, InetAddress from) {
    return switch (verdict) {
      case Verdict.Wait(var wait) -> denied(new Throttled(wait));
      case Verdict.Wrong() -> denied(new BadCredentials());
      case Verdict.Right(var renewed) -> {
        var account = name.flatMap(accounts::find);
        if (account.isEmpty()) {
          yield denied(new BadCredentials());
        }
        renewed.ifPresent(fresh -> replace(account.get(), kept, fresh));
        yield succeeded(account.get(), from);
      }
    };
  }

  // Not over a password that was changed while this one was being hashed.
  private void replace(Account account, Optional<Credentials> kept, Credentials fresh) {
    var now = accounts.credentials(account.name()).map(Credentials::password);
    if (now.equals(kept.map(Credentials::password))) {
      accounts.replace(account.name(), fresh);
    }
  }

  private Attempt succeeded(Account account, InetAddress from) {
    throttle.succeeded(account.name(), from);
    return account
        .refusal(clock.instant())
        .map(Logins::denied)
        .orElseGet(() -> new Attempt.Accepted(account));
  }

  /// Logs in who has shown something else than a password: a certificate, or a token of a provider.
  ///
  /// @return denied with `BadCredentials` when there is no such account, or with `Throttled`
  public Attempt vouchedFor(AccountName name, InetAddress from) {
    var wait = throttle.waitFor(Optional.of(name), from);
    if (wait.isPositive()) {
      return denied(new Throttled(wait));
    }
    return accounts
        .find(name)
        .map(account -> succeeded(account, from))
        .orElseGet(() -> denied(new BadCredentials()));
  }

  /// The same for whom a provider vouches, which may make the account: without a password.
  ///
  /// @return denied as [#vouchedFor] denies, or with `BadAccountName` or `Busy`
  public Attempt vouchedFor(BearerTokens.Vouched who, InetAddress from) {
    var name = AccountName.parse(who.name());
    if (name.isEmpty()) {
      return denied(new BadAccountName(who.name()));
    }
    if (!who.mayCreate() || accounts.find(name.get()).isPresent()) {
      return vouchedFor(name.get(), from);
    }
    try (var password = Password.of(bytes(Password.LONGEST))) { // which nobody knows
      var hash = hashing.run(() -> hasher.hash(password.bytes()));
      if (hash.isEmpty()) {
        return denied(new Busy("accounts"));
      }
      var email = who.email();
      var kept = email != null && EmailAddress.isPlausible(email) ? email : null;
      accounts.create(name.get(), kept, new Credentials(hash.get(), null), clock.instant());
    }
    return vouchedFor(name.get(), from); // also when another login has just made it
  }

  /// Counts a certificate or a token that nobody vouches for, as a wrong password is counted.
  public void nobodyVouched(InetAddress from) {
    throttle.failed(Optional.empty(), from);
  }

  /// How long a login from there has to wait that names no account; zero when it need not.
  public Duration waitFor(InetAddress from) {
    return throttle.waitFor(Optional.empty(), from);
  }

  /// An account by which somebody is let in now who has shown a token of it; empty when there is
  /// none.
  public Optional<Attempt> byToken(AccountName name) {
    return accounts
        .find(name)
        .map(account ->
            account
                .refusal(clock.instant())
                .map(Logins::denied)
                .orElseGet(() -> new Attempt.Accepted(account)));
  }

  /// An account as it is now.
  public Optional<Account> account(AccountName name) {
    return accounts.find(name);
  }

  /// The accounts whose names match a pattern with `*` and `?`, in the order of their names.
  public List<Account> matching(String glob, int most) {
    return accounts.matching(glob, most);
  }

  /// Gives an account another address of e-mail.
  ///
  /// @param email null for none
  /// @return `BadEmail` when it is none, or one is required; empty when it is kept
  public Optional<Refusal> setEmail(AccountName name, @Nullable String email) {
    if (email == null ? settings.emailRequired() : !EmailAddress.isPlausible(email)) {
      return Optional.of(new BadEmail(email == null ? "" : email));
    }
    accounts.setEmail(name, email);
    return Optional.empty();
  }

  /// Keeps in which language services speak to an account.
  ///
  /// @param language by its tag; null for the usual
  public void setLanguage(AccountName name, @Nullable String language) {
    accounts.setLanguage(name, language);
  }

  /// Ends an account, see [Accounts#drop].
  ///
  /// @return whether there was one
  public boolean drop(AccountName name, Deed deed) {
    return accounts.drop(name, deed);
  }

  /// Whether a password that is no account's belongs to an encoded hash, such as one in the
  /// configuration; false also when too many are being checked.
  ///
  /// @param password neither kept nor changed
  public boolean isPassword(String encoded, byte[] password) {
    return hashing.run(() -> hasher.matches(password, encoded)).orElse(false);
  }

  /// Whether doors may offer SCRAM-SHA-256.
  public boolean offersScram() {
    return settings.scram();
  }

  /// The server's side of one SCRAM-SHA-256 exchange. Making it costs nothing; its steps wait for
  /// the store.
  public ScramExchange scram(InetAddress from) {
    return new ScramExchange(
        accounts, throttle, decoys, settings.scram(), from, token(NONCE_BYTES), clock);
  }

  private Credentials credentials(Password password, String hash) {
    var scram =
        settings.scram() && password.isText()
            ? ScramVerifier.of(password.bytes(), bytes(SALT_BYTES), settings.scramIterations())
            : null;
    return new Credentials(hash, scram);
  }

  private Optional<Credentials> renewed(Password password, Credentials kept) {
    boolean rehash = hasher.isOutdated(kept.password());
    if (!rehash && isCurrent(kept.scram(), password)) {
      return Optional.empty();
    }
    return Optional.of(
        credentials(password, rehash ? hasher.hash(password.bytes()) : kept.password()));
  }

  private boolean isCurrent(@Nullable ScramVerifier kept, Password password) {
    if (kept == null) {
      return !settings.scram() || !password.isText();
    }
    return settings.scram() && kept.iterations() >= settings.scramIterations();
  }

  private String token(int length) {
    return Base64.getEncoder().encodeToString(bytes(length));
  }

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Attempt denied(Refusal why) {
    return new Attempt.Denied(why);
  }

  /// What a hashing thread found.
  private sealed interface Verdict {
    record Wait(Duration time) implements Verdict {}

    record Wrong() implements Verdict {}

    record Right(Optional<Credentials> renewed) implements Verdict {}
  }
}
