package chat.salon.irc.arrival;

import java.util.List;

/// Which gateways say by the PROXY protocol for whom they connect. Section `[proxy]` of the
/// configuration.
///
/// @param trusted addresses and ranges of them; a header from elsewhere is refused
/// @param required whether a connection from there without a header is closed
/// @param secure whether they take nothing but TLS from their clients, so that who comes through
///   them counts as secure although the connection from them is plain
/// @param headerSeconds that a gateway has for the header
public record ProxySettings(
    List<String> trusted, boolean required, boolean secure, int headerSeconds) {

  public static final ProxySettings DEFAULT = new ProxySettings(List.of(), true, false, 5);

  public ProxySettings {
    trusted = Ranges.check("proxy.trusted", trusted);
    if (headerSeconds < 1 || headerSeconds > 300) {
      throw new IllegalArgumentException(
          "proxy.header_seconds is " + headerSeconds + ": it must be from 1 to 300");
    }
  }
}
