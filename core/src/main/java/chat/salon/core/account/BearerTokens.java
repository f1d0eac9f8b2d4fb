package chat.salon.core.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Port: the tokens by which an identity provider vouches for people (OAuth 2.0, OpenID Connect).
/// Any thread.
public interface BearerTokens {
  /// No provider: nobody is vouched for.
  BearerTokens NONE =
      new BearerTokens() {
        @Override
        public boolean isOffered() {
          return false;
        }

        @Override
        public Optional<Vouched> check(String token) {
          return Optional.empty();
        }
      };

  /// For whom a token vouches.
  ///
  /// @param name of the account, as the provider has it
  /// @param email null where the token says none
  /// @param mayCreate whether the account is made when it is not there
  record Vouched(String name, @Nullable String email, boolean mayCreate) {}

  /// Whether there is a provider.
  boolean isOffered();

  /// For whom a token vouches, now: empty when it is not the provider's, not for this server, too
  /// old, or names nobody. Never waits for the provider.
  Optional<Vouched> check(String token);
}
