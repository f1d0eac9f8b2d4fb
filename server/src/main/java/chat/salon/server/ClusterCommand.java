package chat.salon.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The commands about the keys of a network.
@Command(
    name = "cluster",
    description = {
      "Makes keys by which several servers are one network, and hands them over.",
      "It only reads and writes files."
    },
    subcommands = {
      ClusterInitCommand.class,
      ClusterInviteCommand.class,
      ClusterJoinCommand.class,
      ClusterKeysCommand.class,
      ClusterRenewCommand.class,
      ClusterRotateCommand.class,
      ClusterTrustCommand.class,
      ClusterForgetCommand.class
    })
final class ClusterCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin HelpOption help = new HelpOption();

  /// Without a command.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
