package chat.salon.server;

import java.nio.file.Path;
import java.util.List;

/// Section `[irc]`: where IRC listens, and with which certificate.
///
/// @param certificate PEM, the server's own first; empty for the one that Salon makes itself
/// @param key PEM; empty for the one that Salon makes itself
record ListenSettings(List<Endpoint> listen, List<Endpoint> listenTls, Path certificate, Path key) {

  static final ListenSettings DEFAULT =
      new ListenSettings(
          List.of(new Endpoint("::", 6667)),
          List.of(new Endpoint("::", 6697)),
          Path.of(""),
          Path.of(""));

  ListenSettings {
    listen = List.copyOf(listen);
    listenTls = List.copyOf(listenTls);
    if (listen.isEmpty() && listenTls.isEmpty()) {
      throw new IllegalArgumentException(
          "irc.listen is none, and irc.listen_tls too: nobody could connect");
    }
    if (certificate.toString().isEmpty() != key.toString().isEmpty()) {
      var given = key.toString().isEmpty() ? "certificate" : "key";
      var missing = key.toString().isEmpty() ? "key" : "certificate";
      throw new IllegalArgumentException(
          "irc." + given + " is given without irc." + missing + ": it takes both, or none");
    }
  }

  /// The same at these places.
  ListenSettings at(List<Endpoint> plain, List<Endpoint> tls) {
    return new ListenSettings(plain, tls, certificate, key);
  }

  /// Whether Salon makes the certificate itself.
  boolean isSelfSigned() {
    return certificate.toString().isEmpty();
  }
}
