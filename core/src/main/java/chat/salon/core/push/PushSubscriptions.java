package chat.salon.core.push;

import chat.salon.core.AccountName;
import java.util.List;

/// Port: the devices that want to be told, on disk. Those that belong to a token are gone with it,
/// and all of an account with the account. Methods may wait for the disk and throw
/// [chat.salon.core.StoreException].
public interface PushSubscriptions {

  /// Keeps one, in the place of any other with this endpoint.
  ///
  /// @param most so many others the account may have
  /// @return false when it has more already, or is not there
  boolean put(PushSubscription subscription, int most);

  /// Forgets one of an account; nothing when it has none like this.
  void remove(AccountName account, String endpoint);

  /// Forgets those of an account that belong to no token.
  void removeWithoutToken(AccountName account);

  /// Those of an account, the oldest first.
  List<PushSubscription> of(AccountName account);
}
