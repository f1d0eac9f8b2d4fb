package chat.salon.server;

import chat.salon.cluster.NodeKeys;
import chat.salon.cluster.NodeTls;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.remote.artery.tcp.SSLEngineProviderSetup;

/// The engine with the links of a node and nothing else of it: what is said to it comes back, with
/// its name.
final class NodeSystem implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private final ActorSystem system;

  NodeSystem(String name, int port, Supplier<NodeKeys> keys) {
    this.port = port;
    var config =
        ConfigFactory.parseString(
                """
                pekko {
                  loglevel = WARNING
                  actor.provider = remote
                  actor.allow-java-serialization = off
                  coordinated-shutdown.exit-jvm = off
                  jvm-shutdown-hooks = off
                  remote.artery {
                    transport = tls-tcp
                    canonical.hostname = "127.0.0.1"
                    canonical.port = %d
                  }
                }
                """
                    .formatted(port))
            .withFallback(ConfigFactory.load());
    var tls = new NodeTls(keys);
    system =
        ActorSystem.create(
            "salon",
            ActorSystemSetup.create(
                BootstrapSetup.create(config), SSLEngineProviderSetup.create(_ -> tls)));
    system.actorOf(Props.create(Echo.class, () -> new Echo(name)), "echo");
  }

  /// Says something to another one.
  CompletionStage<Object> ask(int otherPort, String text) {
    var other = system.actorSelection("pekko://salon@127.0.0.1:" + otherPort + "/user/echo");
    return Patterns.ask(other, text, PATIENCE);
  }

  String answer(int otherPort, String text) throws Exception {
    return (String) ask(otherPort, text).toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  int port() {
    return port;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  // With TLS, a system now and then never says that it has terminated (apache/pekko #3247); what is
  // left of it then ends with the process of the tests.
  @Override
  public void close() {
    system.terminate();
    system
        .getWhenTerminated()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .handle((_, _) -> true)
        .join();
  }

  private static final class Echo extends AbstractActor {
    private final String name;

    Echo(String name) {
      this.name = name;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(String.class, text -> getSender().tell(name + ": " + text, getSelf()))
          .build();
    }
  }
}
