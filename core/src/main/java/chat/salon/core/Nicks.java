package chat.salon.core;

import java.util.Optional;

/// Port: the nicks that belong to accounts, on disk. May wait and throw [StoreException].
public interface Nicks {

  /// The account that a nick is kept for; empty when anybody may use it.
  Optional<AccountName> owner(Nick nick);
}
