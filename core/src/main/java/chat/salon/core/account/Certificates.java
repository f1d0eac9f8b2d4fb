package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: the client certificates that let accounts in, each by its fingerprint. Every method may
/// wait for the store, any thread but an event loop or a conversation's turn; throws
/// [chat.salon.core.StoreException] when the store cannot. What a method changed is durable when it
/// returns.
public interface Certificates {

  /// One certificate of an account.
  ///
  /// @param fingerprint see [Fingerprint]
  record Certificate(Fingerprint fingerprint, Instant added) {}

  /// How an [#add] ended.
  enum Added {
    DONE,
    /// Some account has it, this one or another: a unique key decides.
    TAKEN,
    /// The account has as many as it may.
    FULL
  }

  /// The account that a certificate lets in.
  Optional<AccountName> owner(Fingerprint fingerprint);

  /// Those of an account, the oldest first.
  List<Certificate> of(AccountName account);

  /// Lets a certificate into an account.
  ///
  /// @param most that the account may have with it
  Added add(AccountName account, Fingerprint fingerprint, Instant now, int most);

  /// @return whether the account had it
  boolean remove(AccountName account, Fingerprint fingerprint);
}
