package chat.salon.web;

import chat.salon.core.protect.Announcement;
import chat.salon.core.protect.Announcement.To;
import chat.salon.web.hook.Deliveries;
import chat.salon.web.http.Front;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The web door: its listeners and event loops.
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int HEADER_BYTES = 1 << 14;
  private static final int FRAME_HEAD = 1 << 10;
  private static final int WATCH_MILLIS = 2000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebDoor door;
  private final Vertx vertx;
  private final int loops;
  private final Visitors visitors;
  private final Deliveries deliveries;
  private final Handler<HttpServerRequest> front;
  private final List<InetSocketAddress> listening = new ArrayList<>();

  /// Makes the event loops; listens nowhere yet.
  public WebServer(WebDoor door) {
    System.setProperty("vertx.disableDnsResolver", "true"); // no names are looked up by it
    this.door = door;
    loops = loopCount(door.settings());
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setPreferNativeTransport(true)
                .setBlockedThreadCheckInterval(TimeUnit.HOURS.toMillis(1)));
    visitors = new Visitors(door);
    front = new Front(door, new Sockets(door, visitors), visitors);
    deliveries = new Deliveries(door);
    door.salon().protection().hear(this::show);
    vertx.setPeriodic(1000, _ -> door.programs().sweep());
    vertx.setPeriodic(1000, _ -> visitors.sweep());
    vertx.setPeriodic(WATCH_MILLIS, _ -> Thread.startVirtualThread(door.live()::watch));
  }

  private static int loopCount(WebSettings settings) {
    int cores = Runtime.getRuntime().availableProcessors();
    int most = cores <= 4 ? 1 : cores / 2;
    return settings.loops() > 0 ? settings.loops() : most;
  }

  /// Listens on one more address; connections are served when this returns.
  ///
  /// @param tls gives the TLS context for new connections; null for a plain listener
  /// @return the address that it got, for port 0
  /// @throws IOException the address cannot be had; the message says which and why
  public InetSocketAddress listen(InetSocketAddress address, @Nullable WebTls tls)
      throws IOException {
    var options = options(address);
    if (tls != null) {
      tls.apply(options);
    }
    var port = new CompletableFuture<Integer>();
    await(
        address,
        vertx.deployVerticle(
            () -> new Listener(options, port),
            new DeploymentOptions().setInstances(address.getPort() == 0 ? 1 : loops)));
    var bound = new InetSocketAddress(address.getAddress(), port.join());
    listening.add(bound);
    return bound;
  }

  private HttpServerOptions options(InetSocketAddress address) {
    var settings = door.settings();
    return new HttpServerOptions()
        .setHost(address.getAddress().getHostAddress())
        .setPort(address.getPort())
        .setTcpNoDelay(true)
        .setReuseAddress(true)
        .setMaxHeaderSize(HEADER_BYTES)
        .setMaxWebSocketFrameSize(settings.messageBytes() + FRAME_HEAD)
        .setMaxWebSocketMessageSize(settings.messageBytes() + FRAME_HEAD)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setHttp2ClearTextEnabled(false)
        .setHandle100ContinueAutomatically(false);
  }

  private static void await(InetSocketAddress address, Future<?> work) throws IOException {
    try {
      work.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("cannot listen on " + address + ": " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException("cannot listen on " + address + ": it takes too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// One event loop's share of an address.
  private final class Listener extends VerticleBase {
    private final HttpServerOptions options;
    private final CompletableFuture<Integer> port;

    Listener(HttpServerOptions options, CompletableFuture<Integer> port) {
      this.options = options;
      this.port = port;
    }

    @Override
    public Future<?> start() {
      return vertx
          .createHttpServer(options)
          .requestHandler(front)
          .connectionHandler(visitors::came)
          .exceptionHandler(e -> LOG.debug("a connection failed: {}", e.getMessage()))
          .listen()
          .onSuccess(server -> port.complete(server.actualPort()));
    }
  }

  /// Where it listens.
  public List<InetSocketAddress> addresses() {
    return List.copyOf(listening);
  }

  /// How many connections there are.
  public int connections() {
    return visitors.present();
  }

  private void show(Announcement what) {
    if (what.to() == To.EVERYBODY) {
      tellAll(what.text());
    }
  }

  /// Tells everybody who is connected something, in the name of the server.
  public void tellAll(String text) {
    for (var session : door.live().all()) {
      session.tell(Json.object().put("notice", text).put("user", EventFrames.SERVER));
    }
  }

  /// Ends the connections that there are, each at a moment of its own, so that not all come to
  /// other servers at once. Waits until they have ended, or a little longer than that should take.
  public void drain(String reason, Duration over) {
    visitors.close();
    deliveries.close();
    var random = new SecureRandom();
    long most = Math.max(1, over.toMillis());
    for (var session : door.live().all()) {
      vertx.setTimer(1 + random.nextLong(most), _ -> session.close(reason, true));
    }
    awaitNone(over.plusSeconds(1));
  }

  private boolean awaitNone(Duration most) {
    try {
      return door.live().awaitNone(most);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Stops: tells the clients goodbye, and finishes what they asked.
  ///
  /// @return whether all sessions have ended within the bound
  public boolean stop(String reason, Duration most) {
    visitors.close();
    deliveries.close();
    door.live().all().forEach(session -> session.close(reason, true));
    return awaitNone(most);
  }

  @Override
  public void close() {
    deliveries.close();
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The web door did not close: {}", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
