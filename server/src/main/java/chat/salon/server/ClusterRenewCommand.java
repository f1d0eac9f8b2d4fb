package chat.salon.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Gives all nodes new keys, where the network was set up.
@Command(
    name = "renew",
    description = {
      "Gives all nodes new keys.",
      "Makes one for this node, and prints a line with one for each other node. A running",
      "node uses it for new links at once. After \"salon cluster rotate\" the new authority",
      "signs. For the machine where \"salon cluster init\" ran."
    })
final class ClusterRenewCommand extends KeyCommand {
  @Mixin private Invite invite = new Invite();

  @Override
  void run(Configuration configuration) {
    var cluster = configuration.cluster();
    var folder = folder(configuration);
    folder.signing();
    var self = cluster.isAlone() ? folder.presentNode() : cluster.node();
    var signer = new Signer(folder, CLOCK);
    signer.renew(self);
    out().println(folder.path() + " has a new key of this node, " + self + ".");
    var others =
        folder.nodes().values().stream().filter(node -> !node.name().equals(self.name())).toList();
    invite.print(out(), signer, configuration, others);
  }
}
