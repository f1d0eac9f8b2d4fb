package chat.salon.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.account.AuthTokens;
import chat.salon.core.account.AuthTokens.Claims;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Where the tokens are made by which people show other services who they are, and where those
/// services ask (IRCv3 draft/authtoken). One for each server; any thread, may wait for the disk.
public final class TokenDesk {
  private static final int BYTES = 32;

  private final AuthTokens tokens;
  private final SecureRandom random = new SecureRandom();
  private volatile TokenSettings settings;

  public TokenDesk(AuthTokens tokens, TokenSettings settings) {
    this.tokens = tokens;
    this.settings = settings;
  }

  /// The settings as they are now.
  public TokenSettings settings() {
    return settings;
  }

  /// Takes new settings, for what happens from now on.
  public void reload(TokenSettings now) {
    settings = now;
  }

  /// A new token; empty when too many wait to be shown.
  public Optional<String> make(TokenService service, Claims claims, Instant now) {
    var secret = new byte[BYTES];
    random.nextBytes(secret);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var expires = now.plusSeconds(settings.seconds());
    return tokens.keep(hash(token), service.key(), claims, now, expires, settings.room())
        ? Optional.of(token)
        : Optional.empty();
  }

  /// What a token claims; empty when it is not one for this service that is still good. Either way
  /// it is good no more.
  public Optional<Claims> show(TokenService service, String token, Instant now) {
    return tokens.take(hash(token), service.key(), now);
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
