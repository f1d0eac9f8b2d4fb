package chat.salon.server;

import picocli.CommandLine.Command;

/// Begins to change the authority, where the network was set up.
@Command(
    name = "rotate",
    description = {
      "Begins to change the authority.",
      "Makes a new one beside the old one, and prints a line that makes other nodes trust it.",
      "When all do, \"salon cluster renew\" has it sign, and when all nodes have new keys,",
      "\"salon cluster forget\" ends the old one. Nodes run all the while."
    })
final class ClusterRotateCommand extends KeyCommand {

  @Override
  void run(Configuration configuration) {
    var signer = new Signer(folder(configuration), CLOCK);
    var line = signer.rotate();
    out()
        .println(
            "This node trusts "
                + shown(Authority.read(signer.folder().nextAuthority()).certificate())
                + " too. Run this on the machine");
    out().println("of every other node, before \"salon cluster renew\" here. It holds no secret:");
    out().println();
    out().println("./salon cluster trust " + line);
  }
}
