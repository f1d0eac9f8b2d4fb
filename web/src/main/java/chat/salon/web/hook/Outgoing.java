package chat.salon.web.hook;

import chat.salon.core.hook.HookSettings;
import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.core.hook.OutgoingWebhook.Result;
import chat.salon.core.hook.OutgoingWebhooks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts to the addresses of webhooks: only those that were looked at are connected to, redirects
/// are not followed, and what is read is bounded. Any thread.
public final class Outgoing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

  private final OutgoingWebhooks webhooks;
  private final HookSettings settings;
  private final Signature signature;
  private final InstantSource clock;
  private final CompletableFuture<Posted> closing = new CompletableFuture<>();
  private @Nullable Vertx vertx; // both made when something is posted for the first time
  private @Nullable HttpClient client;

  /// @param secret that belongs to this server alone, the same on all its nodes
  public Outgoing(
      OutgoingWebhooks webhooks, HookSettings settings, byte[] secret, InstantSource clock) {
    this.webhooks = webhooks;
    this.settings = settings;
    this.signature = new Signature(secret);
    this.clock = clock;
  }

  /// The webhooks on disk.
  public OutgoingWebhooks webhooks() {
    return webhooks;
  }

  public HookSettings settings() {
    return settings;
  }

  /// By which the receiver of a webhook checks what it gets.
  public String secret(OutgoingWebhook hook) {
    return signature.secret(hook);
  }

  /// The host of an address that may be posted to; empty when it may not.
  public Optional<String> host(String url) {
    return HookAddress.parse(url, settings.local()).map(HookAddress::host);
  }

  /// Posts something and waits for the answer. Never on a virtual thread.
  ///
  /// @param delivery by which the receiver knows what it has got already
  Posted post(OutgoingWebhook hook, String delivery, byte[] body) {
    var address = HookAddress.parse(hook.url(), settings.local());
    if (address.isEmpty()) {
      return Posted.failed(Result.NOT_ALLOWED);
    }
    try {
      var checked = address.get().resolve();
      return checked.isEmpty()
          ? Posted.failed(Result.NOT_ALLOWED)
          : await(options(hook, address.get(), checked.get(), delivery, body), body);
    } catch (UnknownHostException _) {
      return Posted.failed(Result.NO_ANSWER);
    }
  }

  /// Posts something that is no message, for who wants to see whether it works. Waits.
  public Posted attempt(OutgoingWebhook hook, byte[] body) {
    var posted = new CompletableFuture<Posted>();
    var delivery = hook.id() + "-" + clock.millis();
    Thread.ofPlatform()
        .name("webhook trial")
        .daemon()
        .start(() -> posted.complete(post(hook, delivery, body)));
    return posted.join();
  }

  private RequestOptions options(
      OutgoingWebhook hook, HookAddress to, InetAddress checked, String delivery, byte[] body) {
    var timestamp = String.valueOf(clock.instant().getEpochSecond());
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(to.port(), checked.getHostAddress()))
        .setHost(to.host())
        .setPort(to.port())
        .setSsl(to.isTls())
        .setURI(to.target())
        .setFollowRedirects(false)
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "Salon")
        .putHeader("X-Salon-Webhook", String.valueOf(hook.id()))
        .putHeader("X-Salon-Delivery", delivery)
        .putHeader("X-Salon-Timestamp", timestamp)
        .putHeader("X-Salon-Signature", signature.of(hook, timestamp, body));
  }

  private Posted await(RequestOptions options, byte[] body) {
    var sent = new CompletableFuture<HttpClientRequest>();
    var answer =
        client()
            .request(options)
            .compose(request -> {
              sent.complete(request);
              return request.send(Buffer.buffer(body)).compose(this::read);
            })
            .toCompletionStage()
            .toCompletableFuture();
    try {
      return (Posted)
          CompletableFuture.anyOf(answer, closing).get(settings.timeoutSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error fault) {
        LOG.error("Webhooks cannot be posted to", fault);
      }
      LOG.debug("A webhook could not be posted to: {}", String.valueOf(e.getCause()));
    } catch (TimeoutException _) {
      sent.thenAccept(HttpClientRequest::reset);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Posted.failed(Result.NO_ANSWER);
  }

  // An answer that is too long says nothing.
  private Future<Posted> read(HttpClientResponse response) {
    var posted = Promise.<Posted>promise();
    int status = response.statusCode();
    var body = Buffer.buffer();
    response.exceptionHandler(posted::tryFail);
    response.endHandler(_ -> posted.tryComplete(Posted.answered(status, body.toString())));
    response.handler(part -> {
      if (body.length() + part.length() <= settings.answerBytes()) {
        body.appendBuffer(part);
      } else if (posted.tryComplete(Posted.answered(status, ""))) {
        response.request().reset();
      }
    });
    return posted.future();
  }

  private synchronized HttpClient client() {
    if (client == null) {
      int timeout = settings.timeoutSeconds();
      vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
      client =
          vertx.createHttpClient(
              new HttpClientOptions()
                  .setKeepAlive(false)
                  .setConnectTimeout((int) Duration.ofSeconds(timeout).toMillis())
                  .setIdleTimeout(timeout));
    }
    return client;
  }

  /// Waits for no answer any more.
  @Override
  public synchronized void close() {
    closing.complete(Posted.failed(Result.NO_ANSWER));
    if (vertx != null) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
