package chat.salon.core.account;

import chat.salon.core.AccountName;
import chat.salon.core.protect.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Port: the hosts under which staff let accounts be shown in place of their own, and those that
/// accounts ask for. Every method may wait for the store, any thread but an event loop or a
/// conversation's turn; throws [chat.salon.core.StoreException] when the store cannot. What a
/// method changed is durable when it returns, with its deed in the same transaction.
public interface Vhosts {

  /// Of a server that keeps none.
  Vhosts NONE =
      new Vhosts() {
        @Override
        public Optional<Vhost> of(AccountName account) {
          return Optional.empty();
        }

        @Override
        public boolean give(AccountName account, String host, Deed deed) {
          return false;
        }

        @Override
        public boolean take(AccountName account, Deed deed) {
          return false;
        }

        @Override
        public boolean wear(AccountName account, boolean isOn) {
          return false;
        }

        @Override
        public boolean ask(AccountName account, String host, Instant when, int most) {
          return false;
        }

        @Override
        public boolean refuse(AccountName account, Deed deed) {
          return false;
        }

        @Override
        public List<Vhost> waiting(int most) {
          return List.of();
        }
      };

  /// What holds for an account.
  ///
  /// @param host that it was given; null for none
  /// @param isOn whether it is shown under it
  /// @param asked the host that it asks for; null for none
  /// @param askedAt null when it asks for none
  record Vhost(
      AccountName account,
      @Nullable String host,
      boolean isOn,
      @Nullable String asked,
      @Nullable Instant askedAt) {}

  /// Empty for an account that was given none and asks for none.
  Optional<Vhost> of(AccountName account);

  /// Gives an account a host, in place of the one before, under which it is shown from now on. What
  /// it asked for is settled by that.
  ///
  /// @return false when there is no such account
  boolean give(AccountName account, String host, Deed deed);

  /// Takes the host of an account away.
  ///
  /// @return whether it had one
  boolean take(AccountName account, Deed deed);

  /// Whether the account is shown under its host from now on.
  ///
  /// @return false when it has none
  boolean wear(AccountName account, boolean isOn);

  /// Asks for a host, in place of what the account asked for before.
  ///
  /// @param most accounts that may ask at a time
  /// @return false when so many ask already
  boolean ask(AccountName account, String host, Instant when, int most);

  /// Refuses what an account asks for.
  ///
  /// @return whether it asked for something
  boolean refuse(AccountName account, Deed deed);

  /// Who asks, the longest wait first.
  List<Vhost> waiting(int most);
}
