package chat.salon.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Under which address a node is reached, and what it is called: what its certificate is for. There
/// it is an alternative name of its subject, `salon://HOST:PORT/NAME`. Plain data, any thread.
///
/// @param host in small letters, without the brackets of an IPv6 address
/// @param name letters, digits, `.`, `_` and `-`
public record NodeAddress(String host, int port, String name) {
  private static final String SCHEME = "salon";
  private static final int URI_NAME = 6; // RFC 5280: the tag of uniformResourceIdentifier

  public NodeAddress {
    host = plain(host);
  }

  /// As a certificate has it.
  ///
  /// @throws IllegalArgumentException the host or the name cannot be written so
  public String uri() {
    try {
      var text = new URI(SCHEME, null, bracketed(), port, "/" + name, null, null).toASCIIString();
      if (parse(text).filter(this::equals).isEmpty()) {
        throw new IllegalArgumentException("no certificate can be made for the host " + host);
      }
      return text;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no certificate can be made for the host " + host, e);
    }
  }

  /// Whether a node at this place may show this certificate.
  public boolean isAt(String otherHost, int otherPort) {
    return port == otherPort && host.equals(plain(otherHost));
  }

  /// The node that a certificate is for; empty when it is for something else, or for several.
  public static Optional<NodeAddress> of(X509Certificate certificate) {
    try {
      var names = certificate.getSubjectAlternativeNames();
      var found =
          (names == null ? List.<List<?>>of() : names)
              .stream()
                  .filter(name -> name.getFirst().equals(URI_NAME))
                  .map(name -> parse(name.get(1).toString()))
                  .flatMap(Optional::stream)
                  .toList();
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    } catch (CertificateParsingException _) {
      return Optional.empty();
    }
  }

  private static Optional<NodeAddress> parse(String text) {
    try {
      var uri = new URI(text);
      var path = uri.getPath();
      return SCHEME.equals(uri.getScheme()) && uri.getHost() != null && path.startsWith("/")
          ? Optional.of(new NodeAddress(uri.getHost(), uri.getPort(), path.substring(1)))
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String plain(String host) {
    boolean isBracketed = host.startsWith("[") && host.endsWith("]");
    var bare = isBracketed ? host.substring(1, host.length() - 1) : host;
    return bare.toLowerCase(Locale.ROOT);
  }

  /// `NAME at HOST:PORT`, for people.
  @Override
  public String toString() {
    return name + " at " + bracketed() + ":" + port;
  }
}
