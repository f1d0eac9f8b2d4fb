package chat.salon.web.http;

import chat.salon.core.account.Token.Kind;
import chat.salon.web.Sockets.Known;
import chat.salon.web.WebDoor;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.Optional;

/// What a request brings to say who it is from.
///
/// @param secret of a token
record Credential(Kind kind, String secret) {
  static final String COOKIE = "__Host-salon";

  private static final String BEARER = "Bearer ";

  /// Empty when it brings nothing. A program's token comes before a cookie.
  static Optional<Credential> of(HttpServerRequest request) {
    var authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      return Optional.of(
          new Credential(Kind.PROGRAM, authorization.substring(BEARER.length()).strip()));
    }
    var cookie = request.getCookie(COOKIE);
    return cookie == null || cookie.getValue().isEmpty()
        ? Optional.empty()
        : Optional.of(new Credential(Kind.BROWSER, cookie.getValue()));
  }

  /// Who it is; waits for the store.
  Optional<Known> known(WebDoor door, InetAddress from) {
    return door.access()
        .check(secret, kind, from.getHostAddress())
        .flatMap(token ->
            door.logins().account(token.account()).map(account -> new Known(account, token)));
  }

  /// The cookie that a browser is to keep.
  static String cookie(String secret, long seconds) {
    return COOKIE
        + "="
        + secret
        + "; Path=/; Max-Age="
        + seconds
        + "; Secure; HttpOnly; SameSite=Lax";
  }

  @Override
  public String toString() {
    return "Credential[" + kind + "]";
  }
}
