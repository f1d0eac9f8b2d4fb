package chat.salon.irc.arrival;

/// How connections may come in: what is configured of it. An immutable whole that a reload
/// replaces.
///
/// @param proxy who may say by PROXY for whom they connect
/// @param webirc who may say it by WEBIRC
/// @param webSocket IRC over WebSockets
/// @param sts whether clients are told to come by TLS only
/// @param dnsbl lists of addresses in the DNS
public record Entrances(
    ProxySettings proxy,
    WebircSettings webirc,
    WebSocketSettings webSocket,
    StsSettings sts,
    DnsblSettings dnsbl) {

  public static final Entrances DEFAULT =
      new Entrances(
          ProxySettings.DEFAULT,
          WebircSettings.DEFAULT,
          WebSocketSettings.DEFAULT,
          StsSettings.DEFAULT,
          DnsblSettings.DEFAULT);
}
