package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

/// What is done with the keys on the machine whose authority signs for the network. It destroys
/// nothing: what is there stays, unless it says otherwise.
record Signer(KeyFolder folder, InstantSource clock) {
  private static final int ID_BYTES = 16;

  /// What an invitation carries beside keys.
  ///
  /// @param valid how long it can be used
  /// @param store lines of the section `[store]`
  record Luggage(Duration valid, List<String> store, String serverKey) {

    /// Without the key.
    @Override
    public String toString() {
      return "Luggage[" + valid + ", " + store + "]";
    }
  }

  /// Makes what is missing of an authority and of this node's key.
  ///
  /// @throws IllegalArgumentException there are keys for something else
  void init(NodeAddress self) {
    folder.make();
    if (!Files.exists(folder.authority())) {
      if (Files.exists(folder.node())) {
        throw new IllegalArgumentException(
            folder.path()
                + " has the key of "
                + folder.nodeAddress().orElseThrow()
                + ", which is in a network already: new nodes are invited where that was set up");
      }
      folder.writeAuthority(Authority.make(clock.instant()));
    }
    folder.trust(List.of(folder.signing().certificate()));
    var present = folder.nodeAddress();
    if (present.isEmpty()) {
      folder.writeNode(issue(self));
    } else if (!present.get().equals(self)) {
      throw new IllegalArgumentException(
          folder.node()
              + " is the key of "
              + present.get()
              + ", and the configuration speaks of "
              + self
              + ": \"salon cluster renew\" makes a new one");
    }
  }

  /// Signs for nodes, which may have had a key before, and gives the word to hand to each.
  ///
  /// @throws IllegalArgumentException another node is there
  List<String> invite(List<NodeAddress> nodes, Luggage luggage) {
    nodes.forEach(this::refuseIfTaken);
    var issued = nodes.stream().map(this::issue).toList();
    return issued.stream().map(each -> invitation(each, luggage).encode()).toList();
  }

  private void refuseIfTaken(NodeAddress node) {
    folder.signing();
    for (var other : folder.nodes().values()) {
      if (!other.name().equals(node.name()) && other.isAt(node.host(), node.port())) {
        throw new IllegalArgumentException("at the address of " + node + " there is " + other);
      }
    }
    if (folder.nodeAddress().filter(own -> own.name().equals(node.name())).isPresent()) {
      throw new IllegalArgumentException(
          node.name() + " is this node itself: give the other one another name");
    }
  }

  private Invitation invitation(Identity node, Luggage luggage) {
    return new Invitation(
        freshId(),
        clock.instant().plus(luggage.valid()).getEpochSecond(),
        KeyFolder.pem(node),
        KeyFolder.pem(folder.trusted()),
        places(),
        luggage.store(),
        luggage.serverKey());
  }

  /// Where all nodes are that have a key.
  List<String> places() {
    return folder.nodes().values().stream()
        .map(node -> new Endpoint(node.host(), node.port()).toString())
        .toList();
  }

  /// Makes the successor of the authority, which does not sign yet, and gives the word that makes
  /// other nodes trust it.
  String rotate() {
    folder.signing();
    if (!Files.exists(folder.nextAuthority())) {
      folder.writeNextAuthority(Authority.make(clock.instant()));
    }
    var next = Authority.read(folder.nextAuthority()).certificate();
    folder.trust(List.of(next));
    return new Trust(KeyFolder.pem(List.of(next))).encode();
  }

  /// Gives this node a new key: signed by the authority's successor, when there is one, who signs
  /// from now on.
  void renew(NodeAddress self) {
    folder.signing();
    if (Files.exists(folder.nextAuthority())) {
      folder.promote();
    }
    folder.writeNode(issue(self));
  }

  private Identity issue(NodeAddress node) {
    var issued = folder.signing().issue(node, clock.instant());
    folder.remember(issued.certificate());
    return issued;
  }

  private static String freshId() {
    var id = new byte[ID_BYTES];
    new SecureRandom().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /// Until when what is made now can be used.
  Instant end(Luggage luggage) {
    return clock.instant().plus(luggage.valid());
  }
}
