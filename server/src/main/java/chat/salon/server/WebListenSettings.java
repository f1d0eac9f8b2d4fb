package chat.salon.server;

import java.util.List;

/// Section `[web]`: where the web door listens. With TLS it shows the certificate of `[irc]`.
record WebListenSettings(List<Endpoint> listen, List<Endpoint> listenTls) {

  static final WebListenSettings DEFAULT =
      new WebListenSettings(
          List.of(new Endpoint("127.0.0.1", 8080), new Endpoint("::1", 8080)),
          List.of(new Endpoint("::", 8443)));

  WebListenSettings {
    listen = List.copyOf(listen);
    listenTls = List.copyOf(listenTls);
  }
}
