package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The authentication tokens by which people show another service who they are (IRCv3
/// draft/authtoken): each is good once, for one service, and for a short time. Only the hash of one
/// is kept. Any thread; each method may wait for the disk.
public interface AuthTokens {
  /// Where no service is known: it keeps nothing.
  AuthTokens NONE =
      new AuthTokens() {
        @Override
        public boolean keep(
            String hash, String service, Claims claims, Instant now, Instant expires, Room room) {
          return false;
        }

        @Override
        public Optional<Claims> take(String hash, String service, Instant now) {
          return Optional.empty();
        }
      };

  /// Who showed a token, and for what.
  ///
  /// @param account null for a guest
  /// @param scope the channel or the nick that it was asked for; empty for none
  /// @param operator whether they were an operator of that channel
  record Claims(
      @Nullable AccountName account, String nick, String scope, boolean member, boolean operator) {}

  /// How many tokens may wait to be shown.
  ///
  /// @param ofOne of an account, or of guests under a nick
  record Room(int all, int ofOne) {}

  /// Keeps a token, and forgets those that are over.
  ///
  /// @param hash of the token, SHA-256 in hexadecimal
  /// @param service in lower case
  /// @return whether it was kept: not when too many wait
  boolean keep(String hash, String service, Claims claims, Instant now, Instant expires, Room room);

  /// What a token claims, which is used up by that; empty when there is none such for that service.
  Optional<Claims> take(String hash, String service, Instant now);
}
