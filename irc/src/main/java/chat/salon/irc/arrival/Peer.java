package chat.salon.irc.arrival;

import java.net.InetAddress;

/// Who is at the other end of a connection, as far as the connection itself says it.
///
/// @param address of the client: what a trusted gateway says, or else where the connection is from
/// @param isEncrypted by TLS, all the way that is known
/// @param isSecure nobody on the way can read along: encrypted, or from this machine
public record Peer(InetAddress address, boolean isEncrypted, boolean isSecure) {

  /// Who connects without a gateway.
  public static Peer direct(InetAddress address, boolean isTls) {
    return new Peer(address, isTls, isTls || address.isLoopbackAddress());
  }

  /// Somebody for whom a gateway speaks that is at the other end of this connection.
  ///
  /// @param isTls what the gateway says of the connection that it has with them
  public Peer behind(InetAddress client, boolean isTls) {
    return new Peer(client, isTls && isSecure, isTls && isSecure);
  }
}
