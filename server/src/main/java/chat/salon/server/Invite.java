package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import chat.salon.store.KeyFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Option;

/// How commands invite nodes: each gets a line to be run on its machine.
final class Invite {
  @Option(
      names = "--valid",
      paramLabel = "TIME",
      converter = TimeOption.class,
      description = "How long the lines for other machines can be used. If not given: 1d.")
  private Duration valid = Duration.ofDays(1);

  /// Reads `NAME=HOST:PORT`.
  ///
  /// @throws IllegalArgumentException it is something else
  static NodeAddress parse(String text) {
    int split = text.indexOf('=');
    if (split < 0 || !ClusterSettings.isName(text.substring(0, split))) {
      throw new IllegalArgumentException(
          "\"" + text + "\" must be NAME=HOST:PORT, such as b=10.0.0.2:6690");
    }
    var place = Endpoint.parse(text.substring(split + 1));
    if (place.isEverywhere() || place.port() == 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" must say by which address and port others reach the node");
    }
    return new NodeAddress(place.host(), place.port(), text.substring(0, split));
  }

  void print(PrintWriter out, Signer signer, Configuration configuration, List<NodeAddress> nodes) {
    var luggage =
        new Signer.Luggage(
            valid,
            Sections.store(configuration.store()),
            KeyFile.take(configuration.server().data()));
    var lines = signer.invite(nodes, luggage);
    for (int i = 0; i < nodes.size(); i++) {
      out.println();
      out.println(
          "For " + nodes.get(i) + ", to be run once in the folder where it will be started,");
      out.println(
          "before "
              + signer.end(luggage).truncatedTo(ChronoUnit.MINUTES)
              + ". It holds secret keys:");
      out.println();
      out.println("./salon cluster join " + lines.get(i));
    }
  }
}
