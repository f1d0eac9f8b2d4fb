package chat.salon.server;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Signs for more nodes, where the network was set up.
@Command(
    name = "invite",
    description = {
      "Makes keys for more nodes.",
      "Prints a line to run on the machine of each. Nodes that have keys get new ones. For",
      "the machine where \"salon cluster init\" ran."
    })
final class ClusterInviteCommand extends KeyCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "NAME=HOST:PORT",
      description = "The nodes, with the addresses under which they will be reached.")
  private List<String> nodes = List.of();

  @Mixin private Invite invite = new Invite();

  @Override
  void run(Configuration configuration) {
    var parsed = nodes.stream().map(Invite::parse).toList();
    invite.print(out(), new Signer(folder(configuration), CLOCK), configuration, parsed);
  }
}
