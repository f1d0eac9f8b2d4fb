package chat.salon.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Trusts a new authority beside the old one.
@Command(name = "trust", description = "Trusts the authority that \"salon cluster rotate\" made.")
final class ClusterTrustCommand extends KeyCommand {
  @Parameters(paramLabel = "TOKEN", description = "The long word of the line that was printed.")
  private String token = "";

  @Override
  void run(Configuration configuration) {
    new Joiner(folder(configuration))
        .trust(Trust.decode(token))
        .forEach(each -> out().println("This node trusts " + shown(each) + " too."));
  }
}
