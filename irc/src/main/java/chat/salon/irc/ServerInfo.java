package chat.salon.irc;

import java.time.Instant;
import java.util.List;

/// What the server says of itself.
///
/// @param name as the source of what it says: `irc.example.org`
/// @param network the name of the whole, without spaces
/// @param description shown by WHOIS and LINKS
/// @param version of the program
/// @param started when this process did
/// @param motd lines of the message of the day; empty for none
/// @param admin lines that say whom to ask
public record ServerInfo(
    String name,
    String network,
    String description,
    String version,
    Instant started,
    List<String> motd,
    List<String> admin) {
  /// The program and its version as one word.
  public String program() {
    return "Salon-" + version;
  }

  public ServerInfo {
    if (name.isEmpty() || name.indexOf('.') < 0 || name.chars().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException(
          "server.name is \"" + name + "\": it must have a dot and no space, as a host name does");
    }
    if (network.isEmpty() || network.chars().anyMatch(c -> c <= ' ' || c == '=')) {
      throw new IllegalArgumentException(
          "server.network is \"" + network + "\": it must be one word without =");
    }
    motd = List.copyOf(motd);
    admin = List.copyOf(admin);
  }
}
