package chat.salon.core.bouncer;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import java.util.List;
import java.util.Map;

/// Port: what is remembered of an account while nobody is connected, by short names of things.
/// Methods may wait for the disk and throw [chat.salon.core.StoreException].
public interface Keepsakes {

  /// Of a server that remembers nothing.
  Keepsakes NONE =
      new Keepsakes() {
        @Override
        public Map<String, String> of(AccountName account) {
          return Map.of();
        }

        @Override
        public Map<AccountName, String> all(String item) {
          return Map.of();
        }

        @Override
        public void put(AccountName account, String item, String content) {}

        @Override
        public void remove(AccountName account, String item) {}

        @Override
        public List<ChannelName> seats(AccountName account) {
          return List.of();
        }
      };

  /// All that is remembered of an account.
  Map<String, String> of(AccountName account);

  /// One thing, of all accounts that have it.
  Map<AccountName, String> all(String item);

  /// Remembers something in place of what was before. Nothing for an account that is not there.
  void put(AccountName account, String item, String content);

  /// Forgets something.
  void remove(AccountName account, String item);

  /// The channels that an account has not left, whether it is connected or not, registered or not,
  /// in the order of their names.
  List<ChannelName> seats(AccountName account);
}
