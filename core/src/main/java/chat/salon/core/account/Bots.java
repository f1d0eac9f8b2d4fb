package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: the bots on disk. Every method may wait for the store, any thread but an event loop;
/// throws [chat.salon.core.StoreException] when the store cannot. What a method changed is durable
/// when it returns.
public interface Bots {

  /// How making one ended.
  enum Made {
    MADE,
    /// There is an account or a nick of that name.
    TAKEN,
    /// The owner has as many as they may.
    TOO_MANY
  }

  /// Makes an account without a password.
  ///
  /// @param most that the owner may have
  Made create(Bot bot, int most);

  /// One that is in use.
  Optional<Bot> find(AccountName name);

  /// Those of an owner that are in use, by their names.
  List<Bot> of(AccountName owner);

  /// Puts one out of use for good: no token lets it in any more. Its name stays taken, since what
  /// it said stays.
  ///
  /// @return whether it was in use
  boolean retire(AccountName name, Instant when);
}
