package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import chat.salon.cluster.NodeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of a node, as files that only their owner may read. A key and its certificate are one
/// file, so that they change together.
///
/// - `node.pem`: this node's key and certificate;
/// - `trust.pem`: the authorities that it trusts;
/// - `ca.pem`: the authority's key and certificate, on the one machine that signs for new nodes;
/// - `ca-next.pem`: its successor, while the authority is being changed;
/// - `issued.pem`: what was signed here;
/// - `used`: which lines for joining were used here.
record KeyFolder(Path path) {
  Path node() {
    return path.resolve("node.pem");
  }

  Path trust() {
    return path.resolve("trust.pem");
  }

  Path authority() {
    return path.resolve("ca.pem");
  }

  Path nextAuthority() {
    return path.resolve("ca-next.pem");
  }

  private Path issuedFile() {
    return path.resolve("issued.pem");
  }

  private Path used() {
    return path.resolve("used");
  }

  // ---- Reading ----

  /// What the node needs, and nothing of the authority's.
  ///
  /// @throws IllegalArgumentException what is wrong with the files
  NodeKeys keys() {
    var own = nodeIdentity();
    return new NodeKeys(own.key(), own.chain(), trusted());
  }

  Identity nodeIdentity() {
    return Identity.read(node(), node());
  }

  /// For which node the key here is; empty when there is none.
  ///
  /// @throws IllegalArgumentException what is wrong with the file
  Optional<NodeAddress> nodeAddress() {
    return Files.exists(node()) ? Optional.of(addressOf(nodeIdentity())) : Optional.empty();
  }

  /// The same, where there has to be one.
  ///
  /// @throws IllegalArgumentException there is none, or what is wrong with the file
  NodeAddress presentNode() {
    return nodeAddress()
        .orElseThrow(() ->
            new IllegalArgumentException(
                node()
                    + " does not exist: \"salon cluster init\" makes the keys of a new network, and"
                    + " \"salon cluster join\" takes those for a node of one"));
  }

  private NodeAddress addressOf(Identity identity) {
    return NodeAddress.of(identity.certificate())
        .orElseThrow(() ->
            new IllegalArgumentException(
                node() + " is the key of no node: its certificate has no salon://HOST:PORT/NAME"));
  }

  List<X509Certificate> trusted() {
    return Pem.chain(trust());
  }

  Authority signing() {
    if (!Files.exists(authority())) {
      throw new IllegalArgumentException(
          authority()
              + " is not here: only the machine where \"salon cluster init\" ran signs for others");
    }
    return Authority.read(authority());
  }

  /// All that was signed here, the oldest first.
  List<X509Certificate> issued() {
    return Files.exists(issuedFile()) ? Pem.chain(issuedFile()) : List.of();
  }

  /// The nodes that have got a key from here, by their names.
  Map<String, NodeAddress> nodes() {
    var nodes = new LinkedHashMap<String, NodeAddress>();
    issued().forEach(each -> NodeAddress.of(each).ifPresent(node -> nodes.put(node.name(), node)));
    return nodes;
  }

  boolean isUsed(String token) {
    return Files.exists(used()) && TextFile.read(used()).lines().anyMatch(token::equals);
  }

  // ---- Writing ----

  /// @throws StartException it cannot be made
  void make() {
    try {
      SafeFile.makeFolder(path);
    } catch (IOException e) {
      throw new StartException("the folder " + path + " cannot be made: " + e, e);
    }
  }

  void writeNode(Identity identity) {
    write(node(), pem(identity));
  }

  void writeAuthority(Authority authority) {
    write(authority(), pem(authority.identity()));
  }

  void writeNextAuthority(Authority authority) {
    write(nextAuthority(), pem(authority.identity()));
  }

  /// The successor signs from now on, and nobody has its predecessor's key any more.
  void promote() {
    try {
      Files.move(nextAuthority(), authority(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(authority(), e);
    }
  }

  void writeTrusted(Collection<X509Certificate> authorities) {
    write(trust(), pem(authorities));
  }

  /// Trusts these too.
  void trust(Collection<X509Certificate> more) {
    var all = new LinkedHashSet<X509Certificate>();
    if (Files.exists(trust())) {
      all.addAll(trusted());
    }
    all.addAll(more);
    writeTrusted(all);
  }

  void remember(X509Certificate certificate) {
    var all = new ArrayList<>(issued());
    all.add(certificate);
    write(issuedFile(), pem(all));
  }

  void use(String token) {
    var before = Files.exists(used()) ? TextFile.read(used()) : "";
    write(used(), before + token + "\n");
  }

  private static void write(Path file, String text) {
    try {
      SafeFile.write(file, text, true);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static StartException unwritable(Path file, IOException e) {
    return new StartException(file + " cannot be written: " + e, e);
  }

  /// The key first.
  static String pem(Identity identity) {
    return Certificates.pem(identity.key()) + pem(identity.chain());
  }

  static String pem(Collection<X509Certificate> certificates) {
    return String.join("", certificates.stream().map(Certificates::pem).toList());
  }
}
