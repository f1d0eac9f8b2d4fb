package chat.salon.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Trusts an old authority no more.
@Command(
    name = "forget",
    description = {
      "Trusts an old authority no more.",
      "Nodes whose keys it signed are refused when they connect the next time. To be run on",
      "each node; \"salon cluster keys\" shows the fingerprints."
    })
final class ClusterForgetCommand extends KeyCommand {
  @Parameters(
      paramLabel = "FINGERPRINT",
      description = "The beginning of the authority's fingerprint, 8 digits or more.")
  private String fingerprint = "";

  @Override
  void run(Configuration configuration) {
    var old = new Joiner(folder(configuration)).forget(fingerprint);
    out().println("This node trusts " + shown(old) + " no more.");
  }
}
