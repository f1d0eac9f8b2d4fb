package chat.salon.server;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/// Where something listens: an address (or a name) of this machine, and a port.
///
/// @param host without the brackets of an IPv6 address; `::` is every address, IPv6 and IPv4
/// @param port 0 lets the system choose one
record Endpoint(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%\\w]+)]|([^\\[\\]:\\s]+)):(\\d{1,5})");

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  Endpoint {
    if (port > 65_535) {
      throw new IllegalArgumentException("ports go up to 65535");
    }
  }

  /// `HOST:PORT`, with brackets around an IPv6 address.
  static Endpoint parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "it must be HOST:PORT, such as 127.0.0.1:6667 or [::1]:6667");
    }
    var host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    return new Endpoint(host, Integer.parseInt(matcher.group(3)));
  }

  /// Looks the name up. A name that does not exist is found out when it is bound.
  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }

  Endpoint withPort(int other) {
    return new Endpoint(host, other);
  }

  /// Whether a host is an address, and no name to be looked up.
  static boolean isAddress(String host) {
    return ADDRESS.matcher(host).matches();
  }

  boolean isEverywhere() {
    return host.equals("::") || host.equals("0.0.0.0");
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
