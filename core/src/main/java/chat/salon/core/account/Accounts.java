package chat.salon.core.account;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Role;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Port: the accounts on disk. Every method may wait for the store, any thread but an event loop or
/// a conversation's turn; throws [chat.salon.core.StoreException] when the store cannot. What a
/// method changed is durable when it returns.
public interface Accounts {

  Optional<Account> find(AccountName name);

  Optional<Credentials> credentials(AccountName name);

  /// Makes an account; empty when the name is taken, which a unique key decides and nothing else.
  Optional<Account> create(
      AccountName name, @Nullable String email, Credentials credentials, Instant now);

  /// Replaces the secrets of an account: a new password, or a rehash at login.
  void replace(AccountName name, Credentials credentials);

  /// Whether anybody is administrator yet.
  boolean hasAdministrator();

  /// Changes what an account may do on the server.
  void setRole(AccountName name, Role role);
}
