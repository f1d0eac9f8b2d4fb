package chat.salon.cluster;

import static java.util.stream.Collectors.toCollection;

import chat.salon.cluster.Settings.Endpoint;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.remote.RemoteTransportException;
import org.apache.pekko.remote.artery.tcp.SSLEngineProviderSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine under a node: how it is set up, gets into the network and leaves it.
final class Engine {
  // Of every node's engine: those of another name do not talk to each other.
  private static final String NAME = "salon";

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final String ROLE_NUMBER = "number-";
  private static final String ROLE_NAME = "name-";

  private final Settings settings;
  private final ActorSystem system;

  private Engine(Settings settings, ActorSystem system) {
    this.settings = settings;
    this.system = system;
  }

  /// Starts it; it is in no network yet.
  ///
  /// @throws UncheckedIOException its port cannot be had; the message says why
  static Engine start(Settings settings) {
    var bootstrap = BootstrapSetup.create(config(settings));
    var setup =
        settings
            .tls()
            .map(tls -> ActorSystemSetup.create(bootstrap, SSLEngineProviderSetup.create(_ -> tls)))
            .orElseGet(() -> ActorSystemSetup.create(bootstrap));
    try {
      return new Engine(settings, ActorSystem.create(NAME, setup));
    } catch (RemoteTransportException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }

  private static Config config(Settings settings) {
    Map<String, Object> own = new HashMap<>();
    own.put("pekko.remote.artery.canonical.hostname", settings.announced().host());
    own.put("pekko.remote.artery.canonical.port", settings.announced().port());
    own.put("pekko.remote.artery.bind.hostname", settings.listen().host());
    own.put("pekko.remote.artery.bind.port", settings.listen().port());
    own.put(
        "pekko.cluster.roles", List.of(ROLE_NUMBER + settings.node(), ROLE_NAME + settings.name()));
    own.put("pekko.cluster.split-brain-resolver.stable-after", settings.stableAfter());
    own.put("pekko.cluster.failure-detector.acceptable-heartbeat-pause", settings.heartbeatPause());
    own.put("pekko.remote.artery.transport", settings.tls().isPresent() ? "tls-tcp" : "tcp");
    return ConfigFactory.parseMap(own)
        .withFallback(ConfigFactory.parseResources(Engine.class, "engine.conf"))
        .withFallback(ConfigFactory.defaultReference())
        .resolve();
  }

  /// In which the actors of the node are.
  ActorSystem system() {
    return system;
  }

  /// Where other nodes reach it.
  Endpoint address() {
    return place(cluster().selfAddress());
  }

  /// Joins the network, or begins one: who may begin one looks for one first.
  void join(boolean mayBegin) {
    var own = cluster().selfAddress();
    var seeds =
        settings.join().stream()
            .map(seed -> new Address("pekko", NAME, seed.host(), seed.port()))
            .filter(seed -> !seed.equals(own))
            .collect(toCollection(ArrayList::new));
    if (mayBegin) {
      seeds.addFirst(own);
    }
    if (seeds.equals(List.of(own))) {
      cluster().join(own);
    } else {
      cluster().joinSeedNodes(seeds);
    }
  }

  /// Whether a node is part of the network. One that does not answer just now may be put out in a
  /// moment, and is none.
  boolean isMember(int node) {
    var state = cluster().state();
    for (var member : state.getMembers()) {
      if (number(member.getRoles()) == node) {
        return member.status().equals(MemberStatus.up())
            && !state.getUnreachable().contains(member);
      }
    }
    return false;
  }

  /// @param then is done when it is no part of the network any more
  void whenRemoved(Runnable then) {
    cluster().registerOnMemberRemoved(then);
  }

  /// Leaves in order, and ends.
  ///
  /// @param most how long to wait for that
  void leave(Duration most) {
    var end =
        CoordinatedShutdown.get(system)
            .runAll(CoordinatedShutdown.clusterLeavingReason())
            .toCompletableFuture();
    try {
      end.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("The network has not said goodbye within {} ms", most.toMillis());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends without telling the others.
  void stop() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }

  private Cluster cluster() {
    return Cluster.get(system);
  }

  /// Where a node is reached.
  static Endpoint place(Address address) {
    return new Endpoint(address.getHost().orElseThrow(), address.getPort().orElseThrow());
  }

  /// The number of a node, from its roles.
  static int number(Iterable<String> roles) {
    return Integer.parseInt(role(roles, ROLE_NUMBER));
  }

  /// The name of a node, from its roles.
  static String name(Iterable<String> roles) {
    return role(roles, ROLE_NAME);
  }

  private static String role(Iterable<String> roles, String prefix) {
    for (var role : roles) {
      if (role.startsWith(prefix)) {
        return role.substring(prefix.length());
      }
    }
    throw new IllegalArgumentException("a node without a role " + prefix);
  }
}
