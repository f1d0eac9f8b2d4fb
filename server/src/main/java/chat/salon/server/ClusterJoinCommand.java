package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import chat.salon.store.KeyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes this machine a node of a network.
@Command(
    name = "join",
    description = {
      "Makes this machine a node of a network.",
      "Takes what \"salon cluster init\" or \"invite\" has made for it: keys, and what the",
      "configuration needs. Start it afterwards by \"salon serve\"."
    })
final class ClusterJoinCommand extends KeyCommand {
  @Parameters(paramLabel = "TOKEN", description = "The long word of the line that was printed.")
  private String token = "";

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Only writes the keys of the node, into this folder: to carry them on.")
  private @Nullable Path keys;

  @Override
  Sources sources() {
    return options.sources().withNewFile();
  }

  @Override
  void run(Configuration configuration) {
    var invitation = Invitation.decode(token, CLOCK.instant());
    var folder = keys == null ? folder(configuration) : new KeyFolder(keys);
    var joiner = new Joiner(folder);
    var node = joiner.check(invitation);
    if (keys == null) {
      KeyFile.put(configuration.server().data(), invitation.serverKey());
    }
    joiner.accept(invitation);
    out().println(folder.path() + " has the keys of " + node + ".");
    if (keys == null && configuration.cluster().isAlone()) {
      configure(node, invitation);
    }
  }

  private void configure(NodeAddress node, Invitation invitation) {
    var file = options.sources().file();
    var names = new ArrayList<>(List.of("cluster"));
    var text = Sections.section("cluster", Sections.cluster(settings(node, invitation)));
    if (!invitation.store().isEmpty()) {
      names.add("store");
      text += "\n" + Sections.section("store", invitation.store());
    }
    out().println();
    out()
        .println(
            Sections.add(file, names, text)
                ? file + " has got these sections:"
                : "Put this into " + file + ":");
    out().println();
    out().print(text);
    out().println();
    out()
        .println(
            "The password of the database is not among it: if it needs one, give it here too.");
  }

  private static ClusterSettings settings(NodeAddress node, Invitation invitation) {
    var reached = new Endpoint(node.host(), node.port());
    var standard = ClusterSettings.DEFAULT;
    return standard.of(
        List.of(Network.listenFor(reached)),
        Network.announceFor(reached),
        invitation.join().stream().map(Seed::parse).toList(),
        standard.keys(),
        standard.tls(),
        node.name());
  }
}
