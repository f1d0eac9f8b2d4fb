package chat.salon.web.http;

import chat.salon.web.WebDoor;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/// From which pages requests may come (security H1, H2).
final class Origins {
  private Origins() {}

  /// Whether a request comes from a page of this server, or from one that the configuration names.
  static boolean isOwn(HttpServerRequest request, WebDoor door) {
    var origin = request.getHeader("Origin");
    return origin != null
        && (door.settings().origins().contains(origin)
            || isSame(origin, request.getHeader("Host")));
  }

  private static boolean isSame(String origin, @Nullable String host) {
    return host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }

  /// Whether a request that changes something may be obeyed.
  ///
  /// @param hasCookie a browser may have added it on its own
  static boolean mayChange(HttpServerRequest request, WebDoor door, boolean hasCookie) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (request.getHeader("Origin") != null) {
      return isOwn(request, door);
    }
    return site == null ? !hasCookie : site.equals("same-origin") || site.equals("none");
  }
}
