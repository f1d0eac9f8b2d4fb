package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Role;
import chat.salon.core.account.AccountSettings;
import chat.salon.core.account.Accounts;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.Logins;
import chat.salon.core.account.ScramVerifier;
import chat.salon.core.protect.Deed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accounts of which there is one, alice's. Logging in changes nothing.
public final class OneAccount implements Accounts {
  /// Her password. Inputs cannot hold it but by a placeholder, so a target knows whether they do.
  public static final String SECRET = "pencil";

  /// Her salt, the same in every run so that an input means the same.
  static final byte[] SALT = "the sea has salt".getBytes(UTF_8);

  /// The settings, without a throttle: a million tries a run are what this is for.
  public static final AccountSettings SETTINGS = settings();

  private static final AccountName ALICE = AccountName.trusted("alice");

  private final Account account = new Account(1, ALICE, Role.MEMBER, null, Instant.EPOCH);
  private final Credentials credentials;

  /// Makes it.
  public OneAccount() {
    var secret = SECRET.getBytes(UTF_8);
    var scram = ScramVerifier.of(secret, SALT, ScramVerifier.FEWEST_ITERATIONS);
    credentials = new Credentials(new QuickHasher().hash(secret), scram);
  }

  /// Where alice logs in.
  public Logins logins() {
    return new Logins(
        this, new QuickHasher(), SETTINGS, InstantSource.fixed(Instant.EPOCH), new byte[32]);
  }

  @Override
  public Optional<Account> find(AccountName name) {
    return ALICE.equals(name) ? Optional.of(account) : Optional.empty();
  }

  @Override
  public List<Account> matching(String glob, int most) {
    return List.of();
  }

  @Override
  public void setEmail(AccountName name, @Nullable String email) {}

  @Override
  public void setLanguage(AccountName name, @Nullable String language) {}

  @Override
  public boolean drop(AccountName name, Deed deed) {
    return false;
  }

  @Override
  public Optional<Credentials> credentials(AccountName name) {
    return ALICE.equals(name) ? Optional.of(credentials) : Optional.empty();
  }

  @Override
  public Optional<Account> create(AccountName name, String email, Credentials kept, Instant now) {
    throw new IllegalStateException("an account is made by logging in");
  }

  @Override
  public void replace(AccountName name, Credentials kept) {
    throw new IllegalStateException("a password is changed by logging in");
  }

  @Override
  public boolean hasAdministrator() {
    return true;
  }

  @Override
  public void setRole(AccountName name, Role role) {
    throw new IllegalStateException("a role is changed by logging in");
  }

  private static AccountSettings settings() {
    var usual = AccountSettings.DEFAULT;
    return new AccountSettings(
        usual.registerOpen(),
        usual.registrationsPerHour(),
        usual.passwordMinLength(),
        usual.refuseCommonPasswords(),
        usual.nickIsAccount(),
        true,
        ScramVerifier.FEWEST_ITERATIONS,
        usual.hashMemoryKib(),
        usual.hashIterations(),
        1,
        usual.hashQueue(),
        usual.hashWait(),
        0,
        usual.throttleWindow(),
        usual.throttleWait(),
        usual.throttleLongestWait(),
        usual.emailRequired());
  }
}
