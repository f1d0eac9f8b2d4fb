package chat.salon.core.account;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lets somebody in without a password. Its secret is known to its owner only.
///
/// @param id its number in the store, never reused
/// @param name that its owner gave it; of a browser what it calls itself
/// @param channel the only one that it is good for; null for all
/// @param used when it was last used, to the minute
/// @param expires when it ends, however much it is used
/// @param address from which it was last used
public record Token(
    long id,
    AccountName account,
    Kind kind,
    String name,
    Set<Scope> scopes,
    @Nullable ChannelName channel,
    Instant created,
    Instant used,
    Instant expires,
    String address) {

  public Token {
    scopes = Set.copyOf(scopes);
  }

  /// What holds it.
  public enum Kind {
    /// A browser, as a cookie.
    BROWSER,
    /// A program.
    PROGRAM,
    /// Whoever knows an address to which messages for one channel can be posted.
    WEBHOOK
  }

  /// What may be done with it; never more than its account may.
  public enum Scope {
    READ,
    WRITE
  }

  Token usedAt(Instant now, String from) {
    return new Token(id, account, kind, name, scopes, channel, created, now, expires, from);
  }
}
