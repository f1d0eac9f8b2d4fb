package chat.salon.server;

import java.time.Instant;
import java.util.List;

/// All that a machine needs to become a node, made where the authority is: the argument of `salon
/// cluster join`. It holds the node's key, so it is as secret as that.
///
/// @param id of this invitation
/// @param expires seconds since 1970
/// @param node its key and certificate, as PEM
/// @param trust the authorities, as PEM
/// @param join where other nodes are
/// @param store what the section `[store]` has to say, a line each
/// @param serverKey the content of the key file that all nodes share
record Invitation(
    String id,
    long expires,
    String node,
    String trust,
    List<String> join,
    List<String> store,
    String serverKey) {
  private static final String KIND = "join1";

  String encode() {
    return Token.encode(KIND, this);
  }

  /// @throws IllegalArgumentException it is damaged, or too old
  static Invitation decode(String token, Instant now) {
    var invitation = Token.decode(KIND, Invitation.class, token);
    var end = Instant.ofEpochSecond(invitation.expires());
    if (!now.isBefore(end)) {
      throw new IllegalArgumentException(
          "the line was good until "
              + end
              + ": have a new one made by \"salon cluster invite\" on the machine that made it");
    }
    return invitation;
  }

  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
