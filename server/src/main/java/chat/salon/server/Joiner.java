package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is done with the keys on any node's machine.
record Joiner(KeyFolder folder) {
  private static final int LEAST_OF_FINGERPRINT = 8;

  /// Whether the keys of an invitation can be taken: the first ones here, or newer ones for the
  /// same node. Changes nothing.
  ///
  /// @return the node that they are for
  /// @throws IllegalArgumentException why it cannot be used here
  NodeAddress check(Invitation invitation) {
    if (folder.isUsed(invitation.id())) {
      throw new IllegalArgumentException(
          "the line was used here already, and its keys are in " + folder.path());
    }
    var identity = Identity.parse("the line", invitation.node());
    var node =
        NodeAddress.of(identity.certificate())
            .orElseThrow(() -> new IllegalArgumentException("the line has the key of no node"));
    refuseOtherNode(node);
    refuseOtherNetwork(Pem.chain("the line", invitation.trust()));
    return node;
  }

  /// Takes them.
  void accept(Invitation invitation) {
    check(invitation);
    folder.make();
    folder.trust(Pem.chain("the line", invitation.trust()));
    folder.writeNode(Identity.parse("the line", invitation.node()));
    folder.use(invitation.id());
  }

  private void refuseOtherNode(NodeAddress node) {
    folder
        .nodeAddress()
        .filter(present -> !present.name().equals(node.name()))
        .ifPresent(present -> {
          throw new IllegalArgumentException(
              "%s has the key of %s, and the line is for %s: give that one another folder (--data)"
                  .formatted(folder.path(), present, node));
        });
  }

  private void refuseOtherNetwork(List<X509Certificate> trusted) {
    if (Files.exists(folder.trust()) && folder.trusted().stream().noneMatch(trusted::contains)) {
      throw new IllegalArgumentException(
          "%s has keys of another network: give this one another folder (--data)"
              .formatted(folder.path()));
    }
  }

  /// Trusts these authorities too.
  ///
  /// @throws IllegalArgumentException there is no network here
  List<X509Certificate> trust(Trust trust) {
    folder.nodeIdentity();
    var more = Pem.chain("the line", trust.authorities());
    folder.trust(more);
    return more;
  }

  /// Trusts an authority no more.
  ///
  /// @param fingerprint its beginning, with or without colons
  /// @throws IllegalArgumentException there is none, or it is needed
  X509Certificate forget(String fingerprint) {
    var wanted = plain(fingerprint);
    if (wanted.length() < LEAST_OF_FINGERPRINT) {
      throw new IllegalArgumentException(
          "a fingerprint has at least " + LEAST_OF_FINGERPRINT + " digits; see salon cluster keys");
    }
    var left = new ArrayList<>(folder.trusted());
    var old =
        left.stream()
            .filter(each -> plain(Identity.fingerprint(each)).startsWith(wanted))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException("nobody here trusts an authority " + fingerprint));
    refuseIfNeeded(old);
    left.remove(old);
    folder.writeTrusted(left);
    return old;
  }

  private void refuseIfNeeded(X509Certificate authority) {
    if (Authority.hasSigned(authority, folder.nodeIdentity().certificate())) {
      throw new IllegalArgumentException(
          "it has signed the key of this node: that has to be renewed first, and so has every"
              + " other node's (salon cluster renew)");
    }
    for (var file : List.of(folder.authority(), folder.nextAuthority())) {
      if (Files.exists(file) && Authority.read(file).certificate().equals(authority)) {
        throw new IllegalArgumentException("it is the authority in " + file);
      }
    }
  }

  private static String plain(String fingerprint) {
    return fingerprint.replace(":", "").strip().toUpperCase(Locale.ROOT);
  }
}
