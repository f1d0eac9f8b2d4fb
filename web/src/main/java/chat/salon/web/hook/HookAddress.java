package chat.salon.web.hook;

import chat.salon.core.GlobalAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/// An address that somebody names for this server to post to.
final class HookAddress {
  private static final int LONGEST = 1000;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final URI uri;
  private final boolean local;

  private HookAddress(URI uri, boolean local) {
    this.uri = uri;
    this.local = local;
  }

  /// One with TLS and a host.
  ///
  /// @param local whether one without TLS will do, and inner ones
  static Optional<HookAddress> parse(String text, boolean local) {
    try {
      var uri = new URI(text);
      boolean isHttp = "https".equals(uri.getScheme()) || (local && "http".equals(uri.getScheme()));
      return isHttp
              && text.length() <= LONGEST
              && uri.getHost() != null
              && uri.getPort() != 0
              && uri.getUserInfo() == null
              && uri.getFragment() == null
          ? Optional.of(new HookAddress(uri, local))
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Where to connect: the first of its addresses that may be connected to; empty when none may.
  /// Asks the name servers, in native code: never on a virtual thread.
  Optional<InetAddress> resolve() throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(uri.getHost()))
        .filter(address -> local || GlobalAddress.is(address))
        .findFirst();
  }

  boolean isTls() {
    return "https".equals(uri.getScheme());
  }

  String host() {
    return uri.getHost();
  }

  int port() {
    int standard = isTls() ? HTTPS : HTTP;
    return uri.getPort() < 0 ? standard : uri.getPort();
  }

  /// Path and query.
  String target() {
    var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
