package chat.salon.irc.arrival;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;

/// Lists of addresses that others keep in the DNS. Section `[dnsbl]` of the configuration (RFC
/// 5782).
///
/// @param zones each "ZONE ACTION"; see [Action]
/// @param servers that are asked: addresses, with a port or without; none for those of the system
/// @param exempt addresses and ranges that are not looked up; this machine never is
/// @param accountsExempt whether who is logged in comes in although their address is refused
/// @param timeoutMillis for all answers about one address; what is not there by then says nothing
/// @param parallel addresses that are looked up at the same time; more come in unseen
/// @param cacheSeconds for which an answer is remembered at most
public record DnsblSettings(
    List<String> zones,
    List<String> servers,
    List<String> exempt,
    boolean accountsExempt,
    int timeoutMillis,
    int parallel,
    int cacheSeconds) {

  public static final DnsblSettings DEFAULT =
      new DnsblSettings(List.of(), List.of(), List.of(), true, 2_000, 256, 3_600);

  /// What becomes of those whom a zone lists, the hardest first.
  public enum Action {
    /// They are not let in.
    REFUSE,
    /// They have to log in before they are let in.
    LOGIN,
    /// Operators are told.
    MARK
  }

  /// A zone, and what it is for.
  record Zone(String name, Action action) {}

  public DnsblSettings {
    zones = List.copyOf(zones);
    zones.forEach(DnsblSettings::zone);
    servers = List.copyOf(servers);
    servers.forEach(DnsblSettings::server);
    exempt = Ranges.check("dnsbl.exempt", exempt);
    check("timeout_millis", timeoutMillis, 10, 30_000);
    check("parallel", parallel, 1, 1 << 20);
    check("cache_seconds", cacheSeconds, 0, 86_400);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "dnsbl." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }

  List<Zone> parsedZones() {
    return zones.stream().map(DnsblSettings::zone).toList();
  }

  private static Zone zone(String text) {
    var words = text.strip().split("\\s+");
    try {
      if (words.length == 2 && words[0].matches("[A-Za-z0-9.-]*\\.[A-Za-z0-9-]+")) {
        return new Zone(words[0], Action.valueOf(words[1].toUpperCase(Locale.ROOT)));
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw new IllegalArgumentException(
        "dnsbl.zones has \"" + text + "\": it must be a zone and refuse, login or mark");
  }

  /// The address and port of a DNS server.
  static InetSocketAddress server(String text) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
    var host = hasPort ? text.substring(0, colon) : text;
    var address = Ranges.address(host.replaceAll("^\\[|]$", ""));
    var port = hasPort ? text.substring(colon + 1) : "53";
    if (address.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new IllegalArgumentException(
          "dnsbl.servers has " + text + ": it must be like 192.0.2.53 or [2001:db8::53]:5353");
    }
    return new InetSocketAddress(address.get(), Integer.parseInt(port));
  }
}
