package chat.salon.server;

import java.util.List;

/// Section `[websocket]`: where IRC listens for WebSockets. With TLS it shows the certificate of
/// `[irc]`.
record WebSocketListenSettings(List<Endpoint> listen, List<Endpoint> listenTls) {

  static final WebSocketListenSettings DEFAULT = new WebSocketListenSettings(List.of(), List.of());

  WebSocketListenSettings {
    listen = List.copyOf(listen);
    listenTls = List.copyOf(listenTls);
  }
}
