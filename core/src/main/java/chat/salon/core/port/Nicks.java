package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import java.util.Optional;

/// Port: the nicks that belong to accounts, on disk. May wait and throw [StoreException].
public interface Nicks {

  /// The account that a nick is kept for; empty when anybody may use it.
  Optional<AccountName> owner(Nick nick);
}
