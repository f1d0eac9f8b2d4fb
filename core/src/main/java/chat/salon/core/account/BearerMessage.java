package chat.salon.core.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The one message of a SASL mechanism that carries a token: OAUTHBEARER (RFC 7628) or IRCV3BEARER.
/// Pure, any thread.
///
/// @param actAs the account that is asked for; empty for the token's own
public record BearerMessage(String actAs, String token) {
  private static final Set<String> TYPES = Set.of("oauth2", "jwt");
  private static final String SEPARATOR = "\u0001";
  private static final String AUTH = "auth=";
  private static final String SCHEME = "bearer ";

  /// `n,a=name,^Ahost=…^Aauth=Bearer …^A^A`; empty when it is malformed.
  public static Optional<BearerMessage> oauth(byte[] message) {
    return Utf8.text(message).flatMap(BearerMessage::oauth);
  }

  private static Optional<BearerMessage> oauth(String text) {
    int end = text.indexOf(SEPARATOR);
    if (end < 0 || !text.endsWith(SEPARATOR + SEPARATOR)) {
      return Optional.empty();
    }
    var header = text.substring(0, end).split(",", -1);
    if (header.length != 3
        || !(header[0].equals("n") || header[0].equals("y"))
        || !header[2].isEmpty()
        || !(header[1].isEmpty() || header[1].startsWith("a="))) {
      return Optional.empty();
    }
    var actAs =
        header[1].isEmpty() ? "" : header[1].substring(2).replace("=2C", ",").replace("=3D", "=");
    return List.of(text.substring(end + 1).split(SEPARATOR)).stream()
        .filter(pair -> pair.startsWith(AUTH))
        .map(pair -> pair.substring(AUTH.length()))
        .filter(auth -> auth.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(auth -> auth.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty())
        .findFirst()
        .map(token -> new BearerMessage(actAs, token));
  }

  /// `[name] NUL type NUL token`; empty when it is malformed, or of a type that nobody here knows.
  public static Optional<BearerMessage> ircv3(byte[] message) {
    return Utf8.text(message)
        .map(text -> Arrays.asList(text.split("\0", -1)))
        .filter(parts -> parts.size() == 3 && TYPES.contains(parts.get(1)))
        .filter(parts -> !parts.get(2).isEmpty())
        .map(parts -> new BearerMessage(parts.getFirst(), parts.get(2)));
  }

  @Override
  public String toString() {
    return "BearerMessage[…]";
  }
}
