package chat.salon.irc.arrival;

import java.util.List;

/// Gateways that say by WEBIRC for whom they connect. Section `[webirc]` of the configuration.
///
/// @param gateways each "NAME ADDRESSES PASSWORD": the addresses and ranges that it connects from,
///   with commas, and its password, as it is or as the hash that `salon hash` makes of it
/// @param certificates whether the fingerprints of client certificates are believed that gateways
///   say
public record WebircSettings(List<String> gateways, boolean certificates) {

  public static final WebircSettings DEFAULT = new WebircSettings(List.of(), false);

  public WebircSettings {
    gateways = List.copyOf(gateways);
    gateways.forEach(WebircGateway::parse);
  }

  /// The same, read.
  public List<WebircGateway> parsed() {
    return gateways.stream().map(WebircGateway::parse).toList();
  }
}
