package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import chat.salon.store.StoreSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has to hold for a server to be a node of a network, beyond each key by itself.
final class Network {
  private Network() {}

  /// @throws StartException all that is wrong, with the exit status of a configuration
  static void check(Configuration configuration, Instant now) {
    var problems = problems(configuration, now);
    if (!problems.isEmpty()) {
      throw StartException.misconfigured(String.join("; ", problems));
    }
  }

  /// All that is wrong, a line each.
  static List<String> problems(Configuration configuration, Instant now) {
    var problems = new ArrayList<String>();
    var cluster = configuration.cluster();
    if (!cluster.isAlone()) {
      databaseProblem(configuration.store()).ifPresent(problems::add);
      try {
        var self = cluster.node();
        if (cluster.tls()) {
          checkKeys(KeyCommand.folder(configuration), self, now);
        }
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return problems;
  }

  private static void checkKeys(KeyFolder folder, NodeAddress self, Instant now) {
    var present = folder.presentNode();
    if (!present.isAt(self.host(), self.port())) {
      throw new IllegalArgumentException(
          "cluster.announce says that this node is "
              + self
              + ", and the key in "
              + folder.node()
              + " is for "
              + present
              + ": other nodes would refuse it");
    }
    var keys = folder.keys();
    var own = folder.nodeIdentity();
    if (!now.isBefore(own.expiry())) {
      throw new IllegalArgumentException(
          "the certificate in " + folder.node() + " was good until " + own.expiry() + renewal());
    }
    if (keys.trusted().stream().noneMatch(each -> Authority.hasSigned(each, own.certificate()))) {
      throw new IllegalArgumentException(
          "nobody in "
              + folder.trust()
              + " has signed the certificate in "
              + folder.node()
              + renewal());
    }
  }

  private static String renewal() {
    return ": \"salon cluster renew\", where the network was set up, makes new ones";
  }

  /// What is well to know of a node that starts; loud ones first.
  static List<String> warnings(Configuration configuration, Instant now) {
    var cluster = configuration.cluster();
    if (cluster.isAlone()) {
      return List.of();
    }
    if (!cluster.tls()) {
      return List.of(
          "cluster.tls IS OFF: whoever reaches "
              + cluster.listen().getFirst()
              + " can read all that people say, and speak for everybody");
    }
    var end = KeyCommand.folder(configuration).nodeIdentity().expiry();
    return isSoon(end, cluster.keyWarningDays(), now)
        ? List.of("The certificate of this node is good until " + end + renewal())
        : List.of();
  }

  static boolean isSoon(Instant end, int days, Instant now) {
    return end.isBefore(now.plus(Duration.ofDays(days)));
  }

  /// Why several nodes cannot share this database; empty when they can.
  static Optional<String> databaseProblem(StoreSettings store) {
    return store.url().startsWith("sqlite:")
        ? Optional.of(
            "store.url is \""
                + store.url()
                + "\", the file of one server: a network (cluster.listen) needs a database server,"
                + " such as \"postgresql://salon@db.example.org/salon\"")
        : Optional.empty();
  }

  /// Where a node listens that is reached here: an address is its own; what a name leads to may
  /// change, or be somebody else's who passes it on.
  static Endpoint listenFor(Endpoint reached) {
    return Endpoint.isAddress(reached.host()) ? reached : new Endpoint("0.0.0.0", reached.port());
  }

  /// What it then has to say in `announce`.
  static String announceFor(Endpoint reached) {
    return Endpoint.isAddress(reached.host()) ? "" : reached.toString();
  }
}
