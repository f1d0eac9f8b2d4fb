package chat.salon.core.account;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: the tokens on disk, which know the hashes of their secrets only. Every method may wait for
/// the store, any thread but an event loop; throws [chat.salon.core.StoreException] when the store
/// cannot. What a method changed is durable when it returns.
public interface Tokens {

  /// Keeps a token.
  ///
  /// @param hash of its secret, unlike all others
  /// @param token its id is given here
  /// @return it, with its id; empty when there is no such account
  Optional<Token> add(byte[] hash, Token token);

  /// Empty also when it is a bot's that is out of use.
  Optional<Token> find(byte[] hash);

  /// Those of an account, the one that was used last first.
  List<Token> of(AccountName account);

  /// The webhooks of a channel, the one that was used last first.
  List<Token> webhooks(ChannelName channel);

  /// Notes that it was used.
  void use(long id, Instant when, String address);

  /// Takes one away.
  ///
  /// @return whether it was there, and this account's
  boolean remove(AccountName account, long id);

  /// Takes those away that ended before a moment, and those of browsers that were not used since
  /// another.
  int forget(Instant ended, Instant unused);
}
