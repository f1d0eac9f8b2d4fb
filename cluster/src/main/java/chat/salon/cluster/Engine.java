package chat.salon.cluster;

import chat.salon.cluster.Settings.Endpoint;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.remote.RemoteTransportException;
import org.apache.pekko.remote.artery.tcp.SSLEngineProviderSetup;

/// How the engine is set up.
final class Engine {
  /// The name of every node's engine: those of another name do not talk to each other.
  static final String NAME = "salon";

  private static final String ROLE_NUMBER = "number-";
  private static final String ROLE_NAME = "name-";

  private Engine() {}

  /// @throws UncheckedIOException its port cannot be had; the message says why
  static ActorSystem start(Settings settings) {
    var bootstrap = BootstrapSetup.create(config(settings));
    var setup =
        settings
            .tls()
            .map(tls -> ActorSystemSetup.create(bootstrap, SSLEngineProviderSetup.create(_ -> tls)))
            .orElseGet(() -> ActorSystemSetup.create(bootstrap));
    try {
      return ActorSystem.create(NAME, setup);
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
        .withFallback(ConfigFactory.defaultReference(Engine.class.getClassLoader()))
        .resolve();
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
