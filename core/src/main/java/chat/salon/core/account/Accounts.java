package chat.salon.core.account;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Role;
import chat.salon.core.protect.Deed;
import java.time.Instant;
import java.util.List;
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

  /// The accounts whose names match a pattern with `*` and `?`, in the order of their names.
  List<Account> matching(String glob, int most);

  /// Keeps another address of e-mail.
  ///
  /// @param email null for none
  void setEmail(AccountName name, @Nullable String email);

  /// Keeps in which language services speak to an account.
  ///
  /// @param language by its tag; null for the usual
  void setLanguage(AccountName name, @Nullable String language);

  /// Ends an account, with all that lets anybody in by it and all that is kept for its owner alone.
  /// Its name stays taken. What it belongs to is another's to end.
  ///
  /// @param deed written down in the same transaction
  /// @return whether there was one
  boolean drop(AccountName name, Deed deed);

  /// Whether anybody is administrator yet.
  boolean hasAdministrator();

  /// Changes what an account may do on the server.
  void setRole(AccountName name, Role role);
}
