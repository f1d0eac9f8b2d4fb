package chat.salon.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where the database is: what `store.url` says.
sealed interface DatabaseUrl {
  String SQLITE = "sqlite:";

  /// A file, in the data folder unless it is an absolute path.
  record File(String path) implements DatabaseUrl {}

  /// A database on a server.
  record Remote(Product product, String user, String host, int port, String database)
      implements DatabaseUrl {

    /// Whether the server is this machine.
    boolean isLocal() {
      return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
  }

  /// A kind of server.
  enum Product {
    POSTGRESQL("postgresql", 5432),
    MARIADB("mariadb", 3306);

    private final String scheme;
    private final int port;

    Product(String scheme, int port) {
      this.scheme = scheme;
      this.port = port;
    }

    static @Nullable Product of(@Nullable String scheme) {
      return Arrays.stream(values())
          .filter(product -> product.scheme.equals(scheme))
          .findFirst()
          .orElse(null);
    }
  }

  /// @throws IllegalArgumentException what is wrong with it, without showing it: it may hold a
  ///   secret
  static DatabaseUrl parse(String url) {
    if (url.startsWith(SQLITE)) {
      return new File(there(url.substring(SQLITE.length()), "the name of a file"));
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw wrong("is no address");
    }
    var product = Product.of(uri.getScheme());
    if (product == null) {
      throw wrong("begins with none of the databases that Salon knows");
    }
    var user = there(uri.getUserInfo(), "a user, as in " + product.scheme + "://salon@…");
    if (user.contains(":")) {
      throw new IllegalArgumentException(
          "store.url has a password in it: put it into store.password_file or the environment"
              + " variable SALON_STORE_PASSWORD");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw wrong("has something after the name of the database");
    }
    var path = there(uri.getPath(), "the name of a database");
    return new Remote(
        product,
        user,
        there(uri.getHost(), "the name of a host"),
        uri.getPort() < 0 ? product.port : uri.getPort(),
        there(path.substring(1), "the name of a database"));
  }

  private static String there(@Nullable String part, String what) {
    if (part == null || part.isEmpty()) {
      throw wrong("lacks " + what);
    }
    return part;
  }

  private static IllegalArgumentException wrong(String how) {
    return new IllegalArgumentException(
        "store.url "
            + how
            + ": it must be sqlite:FILE or "
            + Arrays.stream(Product.values())
                .map(product -> product.scheme + "://USER@HOST:PORT/NAME")
                .collect(Collectors.joining(" or ")));
  }
}
