package chat.salon.irc.arrival;

import java.util.List;
import java.util.Locale;

/// IRC over WebSockets. Section `[websocket]` of the configuration.
///
/// @param path of the address; others are answered by 404
/// @param origins of pages that may connect, besides those of this server itself; `*` for any.
///   Programs that are no page send none, and may
/// @param trustedProxies addresses and ranges of reverse proxies that are believed for whom they
///   connect, as they write it into X-Forwarded-For and X-Forwarded-Proto
/// @param handshakeSeconds that a connection has to become a WebSocket
public record WebSocketSettings(
    String path, List<String> origins, List<String> trustedProxies, int handshakeSeconds) {

  public static final WebSocketSettings DEFAULT =
      new WebSocketSettings("/", List.of(), List.of(), 10);

  public WebSocketSettings {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException("websocket.path is " + path + ": it must be like /irc");
    }
    origins = origins.stream().map(WebSocketSettings::origin).toList();
    trustedProxies = Ranges.check("websocket.trusted_proxies", trustedProxies);
    if (handshakeSeconds < 1 || handshakeSeconds > 300) {
      throw new IllegalArgumentException(
          "websocket.handshake_seconds is " + handshakeSeconds + ": it must be from 1 to 300");
    }
  }

  private static String origin(String said) {
    var lower = said.toLowerCase(Locale.ROOT);
    if (!lower.equals("*") && !lower.matches("https?://[^/?#\\s]+")) {
      throw new IllegalArgumentException(
          "websocket.origins has " + said + ": it must be like https://chat.example.org");
    }
    return lower;
  }

  /// Whether a page of this origin may connect.
  ///
  /// @param host that the client says it connects to, with its port unless that is the usual one
  public boolean admits(String origin, String host) {
    var lower = origin.toLowerCase(Locale.ROOT);
    var own = host.toLowerCase(Locale.ROOT);
    return origins.contains("*")
        || origins.contains(lower)
        || (!own.isEmpty() && (lower.equals("http://" + own) || lower.equals("https://" + own)));
  }
}
