package chat.salon.core;

/// How addresses are hidden. Section `[cloak]` of the configuration.
///
/// @param accounts whether who is logged in is shown under a host of their account, from wherever
///   they connect, instead of one of their address
public record CloakSettings(boolean accounts) {
  public static final CloakSettings DEFAULT = new CloakSettings(false);
}
