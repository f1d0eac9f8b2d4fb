package chat.salon.outbound;

import chat.salon.outbound.Result.Answered;
import chat.salon.outbound.Result.NoAnswer;
import chat.salon.outbound.Result.NotAllowed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks addresses that people name. A name is looked up once, what it leads to is checked, and that
/// very address is connected to: no name server can answer otherwise in between. Any thread but a
/// virtual one and event loops.
public final class Outbound implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

  private final Rules rules;
  private final Resolver resolver;
  private final CompletableFuture<Object> closing = new CompletableFuture<>();
  private @Nullable Vertx vertx; // both made when something is asked for the first time
  private @Nullable HttpClient client;

  public Outbound(Rules rules) {
    this(rules, Resolver.SYSTEM);
  }

  public Outbound(Rules rules, Resolver resolver) {
    this.rules = rules;
    this.resolver = resolver;
  }

  /// The address that a text is, when it may be asked: where its name leads to is found out when it
  /// is.
  public Optional<Address> address(String text) {
    return Address.parse(text, rules);
  }

  /// Asks, and waits for the answer.
  public Result ask(Call call) {
    long end = System.nanoTime() + call.timeout().toNanos();
    try {
      var now = call;
      while (true) {
        var checked = within(end, lookedUp(now.to()));
        if (checked.isEmpty()) {
          return new NotAllowed();
        }
        var answered = exchange(now, checked.get(), end);
        var location = answered.header("location");
        if (now.redirects() == 0 || !isRedirect(answered.status()) || location.isEmpty()) {
          return answered;
        }
        var next = now.to().resolve(location, rules);
        if (next.isEmpty()) {
          return new NotAllowed();
        }
        now = now.to(next.get());
      }
    } catch (ExecutionException e) {
      failed(call, e.getCause());
    } catch (TimeoutException _) {
      LOG.debug("{} did not answer in time", call.to().host());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return new NoAnswer();
  }

  private static void failed(Call call, @Nullable Throwable why) {
    if (why instanceof Error fault) {
      LOG.error("Nothing can be asked of other servers", fault);
    } else {
      LOG.debug("{} could not be asked: {}", call.to().host(), String.valueOf(why));
    }
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  // A lookup cannot be interrupted: a thread of its own waits for it to its end.
  private CompletableFuture<Optional<InetAddress>> lookedUp(Address address) {
    var literal = address.literal();
    if (literal != null) {
      return CompletableFuture.completedFuture(firstAllowed(literal));
    }
    var found = new CompletableFuture<Optional<InetAddress>>();
    Thread.ofPlatform()
        .name("lookup of a name")
        .daemon()
        .start(() -> {
          try {
            found.complete(firstAllowed(resolver.resolve(address.host())));
          } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
          }
        });
    return found;
  }

  private Optional<InetAddress> firstAllowed(InetAddress... addresses) {
    return Arrays.stream(addresses).filter(rules.mayReach()).findFirst();
  }

  private Answered exchange(Call call, InetAddress checked, long end)
      throws ExecutionException, TimeoutException, InterruptedException {
    var sent = new CompletableFuture<HttpClientRequest>();
    var answer =
        client()
            .request(options(call, checked, end))
            .compose(request -> {
              sent.complete(request);
              return sent(request, call).compose(new Reading(call)::read);
            })
            .toCompletionStage()
            .toCompletableFuture();
    try {
      var read = within(end, answer);
      return read.unpacked(call.bytes());
    } finally {
      if (!answer.isDone()) {
        sent.thenAccept(HttpClientRequest::reset);
      }
    }
  }

  private static Future<HttpClientResponse> sent(HttpClientRequest request, Call call) {
    return call.body().length() == 0 ? request.send() : request.send(call.body().buffer());
  }

  private static RequestOptions options(Call call, InetAddress checked, long end) {
    var to = call.to();
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    var options =
        new RequestOptions()
            .setMethod(call.method())
            .setServer(SocketAddress.inetSocketAddress(to.port(), checked.getHostAddress()))
            .setHost(to.host())
            .setPort(to.port())
            .setSsl(to.isTls())
            .setURI(to.target())
            .setFollowRedirects(false)
            .setConnectTimeout(Math.max(1, left));
    call.headers().forEach(options::putHeader);
    return options;
  }

  @SuppressWarnings("unchecked") // the other one is never completed but by an exception
  private <T> T within(long end, CompletableFuture<T> what)
      throws ExecutionException, TimeoutException, InterruptedException {
    long left = Math.max(0, end - System.nanoTime());
    return (T) CompletableFuture.anyOf(what, closing).get(left, TimeUnit.NANOSECONDS);
  }

  private synchronized HttpClient client() {
    if (client == null) {
      vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
      client =
          vertx.createHttpClient(
              new HttpClientOptions()
                  .setKeepAlive(false)
                  .setIdleTimeout((int) Duration.ofMinutes(5).toSeconds()));
    }
    return client;
  }

  /// Waits for no answer any more.
  @Override
  public synchronized void close() {
    closing.completeExceptionally(new IllegalStateException("it is closed"));
    if (vertx != null) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
