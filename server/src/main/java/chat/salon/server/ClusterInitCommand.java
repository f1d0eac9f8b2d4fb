package chat.salon.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sets up a network, on its first machine.
@Command(
    name = "init",
    description = {
      "Sets up a network, on its first machine.",
      "Makes an authority that signs for its nodes, and the key of this one. Prints a line",
      "to run on the machine of each other node. Run again, it keeps what is there."
    })
final class ClusterInitCommand extends KeyCommand {
  @Option(
      names = "--announce",
      paramLabel = "HOST:PORT",
      description = "Under which address other nodes reach this one.")
  private @Nullable String announce;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where it listens for them. If not given: there.")
  private @Nullable String listen;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of this node. If not given: that of the machine.")
  private @Nullable String name;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME=HOST:PORT",
      description = "The other nodes, with the addresses under which they will be reached.")
  private List<String> others = List.of();

  @Mixin private Invite invite = new Invite();

  @Override
  Sources sources() {
    return options.sources().withNewFile();
  }

  @Override
  void run(Configuration configuration) {
    var settings = settings(configuration.cluster());
    var self = settings.node();
    var nodes = others.stream().map(Invite::parse).toList();
    var signer = new Signer(folder(configuration), CLOCK);
    signer.init(self);
    out().println(signer.folder().path() + " has the keys of this node, " + self + ",");
    out().println("and the authority that signs for others: keep a copy of that folder.");
    invite.print(out(), signer, configuration, nodes);
    if (configuration.cluster().isAlone()) {
      configure(joining(settings, signer.places()));
    }
    Network.databaseProblem(configuration.store())
        .ifPresent(problem -> out().println("\nBefore you start this node: " + problem));
    if (nodes.isEmpty()) {
      out().println("\nFor another node: ./salon cluster invite NAME=HOST:PORT");
    }
  }

  private ClusterSettings settings(ClusterSettings configured) {
    var place = Objects.requireNonNullElse(announce, configured.announce());
    var where = listen == null ? configured.listen() : List.of(Endpoint.parse(listen));
    if (place.isEmpty() && where.isEmpty()) {
      throw new IllegalArgumentException(
          "under which address do other nodes reach this one? --announce HOST:PORT says it, such as"
              + " --announce 10.0.0.1:6690; for nodes on one machine, --announce 127.0.0.1:6690");
    }
    return configured.of(
        where.isEmpty() ? List.of(Network.listenFor(Endpoint.parse(place))) : where,
        where.isEmpty() ? Network.announceFor(Endpoint.parse(place)) : place,
        configured.join(),
        configured.keys(),
        configured.tls(),
        Objects.requireNonNullElse(name, configured.name()));
  }

  private static ClusterSettings joining(ClusterSettings settings, List<String> places) {
    var join = new ArrayList<>(settings.join());
    places.stream().map(Seed::parse).filter(place -> !join.contains(place)).forEach(join::add);
    return settings.of(
        settings.listen(),
        settings.announce(),
        join,
        settings.keys(),
        settings.tls(),
        settings.nodeName());
  }

  private void configure(ClusterSettings settings) {
    var file = options.sources().file();
    var section = Sections.section("cluster", Sections.cluster(settings));
    out().println();
    out()
        .println(
            Sections.add(file, List.of("cluster"), section)
                ? file + " has got this section:"
                : "Put this into the section [cluster] of " + file + ":");
    out().println();
    out().print(section);
  }
}
