package chat.salon.outbound;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A web address in its one form: the host is a name in ASCII, or an IP address however it was
/// written. Who is asked is decided by this alone, and not by what somebody else reads into the
/// text. Pure.
public final class Address {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int MOST_PORTS = 65_535;
  private static final int LONGEST_NAME = 253;
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@]+)(?::([0-9]{1,5}))?");
  // What some would read as an IPv4 address: 127.1, 0177.0.0.1, 0x7f000001, 2130706433.
  private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9_](?:[a-z0-9_-]*)(?:\\.[a-z0-9_][a-z0-9_-]*)*");

  private final boolean isTls;
  private final String host;
  private final @Nullable InetAddress literal;
  private final int port;
  private final String target;

  private Address(
      boolean isTls, String host, @Nullable InetAddress literal, int port, String target) {
    this.isTls = isTls;
    this.host = host;
    this.literal = literal;
    this.port = port;
    this.target = target;
  }

  /// The address that a text is, without its fragment; empty when it is none, names a user, or the
  /// rules forbid its scheme or port.
  public static Optional<Address> parse(String text, Rules rules) {
    try {
      return of(new URI(text), rules);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Where a redirect leads.
  Optional<Address> resolve(String location, Rules rules) {
    try {
      return of(new URI(shown()).resolve(new URI(location)), rules);
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Address> of(URI uri, Rules rules) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean isTls = "https".equals(scheme);
    var authority = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
    if (!(isTls || (rules.plain() && "http".equals(scheme))) || !authority.matches()) {
      return Optional.empty();
    }
    int standard = isTls ? HTTPS : HTTP;
    int port = authority.group(2) == null ? standard : Integer.parseInt(authority.group(2));
    boolean isAllowed = rules.ports().isEmpty() || rules.ports().contains(port);
    return port < 1 || port > MOST_PORTS || !isAllowed
        ? Optional.empty()
        : of(isTls, authority.group(1), port, target(uri));
  }

  private static Optional<Address> of(boolean isTls, String written, int port, String target) {
    try {
      if (written.startsWith("[")) {
        var literal = InetAddress.ofLiteral(written.substring(1, written.length() - 1));
        return Optional.of(new Address(isTls, bracketed(literal), literal, port, target));
      }
      var ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      var name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      if (NUMBER.matcher(name).matches()) {
        var literal = Inet4Address.ofPosixLiteral(name);
        return Optional.of(new Address(isTls, literal.getHostAddress(), literal, port, target));
      }
      return name.length() <= LONGEST_NAME && NAME.matcher(name).matches()
          ? Optional.of(new Address(isTls, name, null, port, target))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String bracketed(InetAddress literal) {
    var text = literal.getHostAddress();
    return literal instanceof Inet4Address ? text : '[' + text + ']';
  }

  private static String target(URI uri) {
    var ascii = URI.create(uri.toASCIIString());
    var path =
        ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
  }

  boolean isTls() {
    return isTls;
  }

  /// As the header Host and TLS name it.
  public String host() {
    return host;
  }

  /// The IP address that stands in the place of a name; null for a name.
  @Nullable InetAddress literal() {
    return literal;
  }

  int port() {
    return port;
  }

  /// Path and query.
  String target() {
    return target;
  }

  /// The whole of it.
  public String shown() {
    boolean isStandard = port == (isTls ? HTTPS : HTTP);
    return (isTls ? "https://" : "http://") + host + (isStandard ? "" : ":" + port) + target;
  }
}
