package chat.salon.server;

import chat.salon.cluster.ClusterNode;
import chat.salon.cluster.NodeTls;
import chat.salon.cluster.Settings;
import chat.salon.core.Limits;
import chat.salon.core.Salon;
import chat.salon.core.Stamps;
import chat.salon.core.StoreException;
import chat.salon.core.port.Nodes;
import chat.salon.store.Store;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The chat of a server that is one node of a network.
record NodeChat(ClusterNode node, MeasuredLog log) implements Chat {
  private static final Logger LOG = LoggerFactory.getLogger(NodeChat.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /// Joins the network, or begins one.
  ///
  /// @param number of this node
  /// @throws StartException no node of the network answered, or its port cannot be had
  static NodeChat of(Store store, InstantSource clock, Configuration configuration, int number) {
    var log = new MeasuredLog(store.messageLog());
    var cluster = configuration.cluster();
    var parts =
        new ClusterNode.Parts(
            log,
            store.conversations(),
            store.nicks(),
            store.readMarkers(),
            store.friendships(),
            store.boundaries(),
            store.profiles(),
            new Stamps(clock, number),
            configuration.limits(),
            configuration.accounts().nickIsAccount());
    var settings = settings(configuration, number, store.nodes().isFirst(number));
    LOG.info(
        settings.mayBegin()
            ? "Looks for the network at {}, or begins it"
            : "Joins the network at {}",
        settings.join());
    var chat = new NodeChat(start(settings, parts, cluster.listen().getFirst()), log);
    chat.awaitUp(settings, store.nodes(), Duration.ofSeconds(cluster.joinSeconds()));
    return chat;
  }

  private static ClusterNode start(Settings settings, ClusterNode.Parts parts, Endpoint place) {
    try {
      return ClusterNode.start(settings, parts);
    } catch (UncheckedIOException e) {
      throw Listeners.refused(place, e);
    }
  }

  private static Settings settings(Configuration configuration, int number, boolean mayBegin) {
    var cluster = configuration.cluster();
    var self = cluster.node();
    var listen = cluster.listen().getFirst();
    return new Settings(
        number,
        self.name(),
        new Settings.Endpoint(listen.host(), listen.port()),
        new Settings.Endpoint(self.host(), self.port()),
        seeds(cluster.join()),
        mayBegin,
        Duration.ofSeconds(cluster.answerSeconds()),
        Duration.ofMillis(cluster.silenceMillis()),
        Duration.ofMillis(cluster.stableMillis()),
        cluster.window(),
        cluster.backlog(),
        Duration.ofMinutes(cluster.idleMinutes()),
        Duration.ofMillis(cluster.proofMillis()),
        cluster.proofQueue(),
        Duration.ofSeconds(cluster.proofMemorySeconds()),
        cluster.tls()
            ? Optional.of(new NodeTls(new WatchedKeys(KeyCommand.folder(configuration))))
            : Optional.empty());
  }

  private static List<Settings.Endpoint> seeds(List<Seed> seeds) {
    var found = new ArrayList<Settings.Endpoint>();
    for (var seed : seeds) {
      var place = seed.place();
      if (!seed.viaDns()) {
        found.add(new Settings.Endpoint(place.host(), place.port()));
        continue;
      }
      try {
        for (var address : InetAddress.getAllByName(place.host())) {
          found.add(new Settings.Endpoint(address.getHostAddress(), place.port()));
        }
      } catch (UnknownHostException e) {
        LOG.warn("{} leads nowhere yet", place.host());
      }
    }
    return found;
  }

  private void awaitUp(Settings settings, Nodes nodes, Duration most) {
    long began = System.nanoTime();
    boolean mayBegin = settings.mayBegin();
    try {
      while (!node.awaitUp(BETWEEN_LOOKS)) {
        if (node.out().isDone()) {
          throw stopped("the network fell apart while this node joined it: start it again");
        }
        if (System.nanoTime() - began > most.toNanos()) {
          throw stopped(
              "no node of the network answered within %d s, at %s: is one of them running, can this machine reach it, and do the keys belong together?"
                  .formatted(most.toSeconds(), settings.join()));
        }
        if (!mayBegin && isFirst(nodes, settings.node())) {
          mayBegin = true;
          LOG.info("All nodes that started earlier are gone: begins the network if nobody answers");
          node.mayBegin();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped("stopped while joining the network");
    }
  }

  private StartException stopped(String why) {
    node.stop();
    return new StartException(why);
  }

  private static boolean isFirst(Nodes nodes, int number) {
    try {
      return nodes.isFirst(number);
    } catch (StoreException e) {
      LOG.warn("Cannot find out who started earlier: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public Salon salon() {
    return node.salon();
  }

  @Override
  public int channels() {
    return node.channels();
  }

  @Override
  public void reload(Limits limits) {
    node.reload(limits);
  }

  @Override
  public void sweep(Duration idle) {
    node.sweep(idle);
  }

  @Override
  public CompletableFuture<Void> cutOff() {
    return node.out();
  }

  @Override
  public long falseClaims() {
    return node.falseClaims();
  }

  @Override
  public boolean reachesAnother() {
    return node.reachesAnother();
  }

  @Override
  public void close() {
    node.close();
  }
}
