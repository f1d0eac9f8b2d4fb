package chat.salon.irc.arrival;

import java.time.Duration;

/// Whether clients are told to come by TLS only. Section `[sts]` of the configuration (IRCv3 Strict
/// Transport Security).
///
/// @param enabled whether it is offered at all
/// @param port for TLS that clients without TLS are sent to; 0 for the first of irc.listen_tls
/// @param duration for which clients keep to TLS; 0 s takes an earlier word back
/// @param preload whether lists that come with clients may name this server
public record StsSettings(boolean enabled, int port, Duration duration, boolean preload) {

  private static final Duration MOST = Duration.ofDays(3650);

  public static final StsSettings DEFAULT = new StsSettings(false, 0, Duration.ofDays(30), false);

  public StsSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("sts.port is " + port + ": it must be from 0 to 65535");
    }
    if (duration.isNegative() || duration.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "sts.duration is "
              + duration.toDays()
              + "d: it must be from 0s to "
              + MOST.toDays()
              + "d");
    }
  }

  /// The value of the capability; empty where it is not offered.
  ///
  /// @param isEncrypted whether the connection is
  /// @param tlsPort where this server listens with TLS; 0 for nowhere
  public String value(boolean isEncrypted, int tlsPort) {
    int to = port == 0 ? tlsPort : port;
    if (!enabled || to == 0) {
      return "";
    }
    return isEncrypted
        ? "duration=" + duration.toSeconds() + (preload ? ",preload" : "")
        : "port=" + to;
  }
}
