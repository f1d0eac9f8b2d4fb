package chat.salon.acceptance;

import chat.salon.cluster.ClusterNode;
import chat.salon.cluster.Settings.Endpoint;
import chat.salon.core.Salon;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.jar.JarFile;

/// Several nodes of one network in this JVM, as real as in processes of their own: each has an
/// engine that listens on the loopback address, and what goes between them goes over sockets. They
/// share one store.
final class Network implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofMillis(IrcClient.PATIENCE_MILLIS);

  // An engine that starts reads the manifest of every jar, for versions that do not fit together.
  // That takes longer than all the rest, and is the same each time.
  private static final ClassLoader WITHOUT_MANIFESTS =
      new ClassLoader(Network.class.getClassLoader()) {
        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
          return name.equals(JarFile.MANIFEST_NAME)
              ? Collections.emptyEnumeration()
              : super.getResources(name);
        }
      };

  private final List<ClusterNode> nodes = new ArrayList<>();

  /// @param parts what each node is made of, by its number from 1 on
  Network(int count, IntFunction<ClusterNode.Parts> parts) {
    for (int number = 1; number <= count; number++) {
      var join = nodes.stream().limit(1).map(ClusterNode::address).toList();
      nodes.add(start(settings(number, join), parts.apply(number)));
    }
    try {
      nodes.forEach(Network::awaitUp);
      await(
          () -> nodes.stream().allMatch(node -> node.others() == count - 1),
          PATIENCE,
          "not all nodes came");
    } catch (AssertionError e) {
      close(); // nobody else can
      throw e;
    }
  }

  private static ClusterNode start(chat.salon.cluster.Settings settings, ClusterNode.Parts parts) {
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    thread.setContextClassLoader(WITHOUT_MANIFESTS);
    try {
      return ClusterNode.start(settings, parts);
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private static chat.salon.cluster.Settings settings(int number, List<Endpoint> join) {
    var anywhere = new Endpoint("127.0.0.1", 0);
    return new chat.salon.cluster.Settings(
        number,
        name(number),
        anywhere,
        anywhere,
        join,
        join.isEmpty(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        1024,
        65_536,
        Duration.ofMinutes(10),
        Duration.ofSeconds(2),
        1024,
        Duration.ofMinutes(1),
        Optional.empty());
  }

  /// What a node is called, from 1 on.
  static String name(int number) {
    return "node" + number + ".test";
  }

  private static void awaitUp(ClusterNode node) {
    try {
      if (!node.awaitUp(PATIENCE)) {
        throw new AssertionError("a node does not become part of the network");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  List<ClusterNode> nodes() {
    return List.copyOf(nodes);
  }

  Salon salon(int node) {
    return nodes.get(node).salon();
  }

  /// Waits until nothing is on its way between the nodes.
  void settle() {
    await(
        () -> nodes.stream().mapToInt(ClusterNode::underWay).sum() == 0,
        SETTLED,
        "the way between the nodes is stuck");
  }

  private static void await(BooleanSupplier what, Duration most, String trouble) {
    long start = System.nanoTime();
    while (!what.getAsBoolean()) {
      if (System.nanoTime() - start > most.toNanos()) {
        throw new AssertionError(trouble);
      }
      LockSupport.parkNanos(100_000);
    }
  }

  /// A node leaves in order.
  void leave(int node) {
    var leaving = nodes.remove(node);
    leaving.close();
    leaving.stop();
  }

  /// One of them ends without a word; its clients stay connected to what is left of it.
  void kill(int node) {
    nodes.get(node).stop();
  }

  /// All of them end at once, as when a whole network is stopped.
  @Override
  public void close() {
    CompletableFuture.allOf(
            nodes.stream()
                .map(node -> CompletableFuture.runAsync(node::stop))
                .toArray(CompletableFuture[]::new))
        .join();
  }
}
