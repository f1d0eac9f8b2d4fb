package chat.salon.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.GlobalAddress;
import chat.salon.core.push.PushService;
import chat.salon.core.push.PushSettings;
import chat.salon.core.push.PushSubscription;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands what devices are told to their push services. Endpoints come from strangers: only global
/// addresses are connected to, those that were looked at and no others, and redirects are not
/// followed.
public final class WebPush implements PushService {
  private static final Logger LOG = LoggerFactory.getLogger(WebPush.class);
  private static final int TOPIC_BYTES = 24; // 32 characters, as many as a topic may have
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final PushSettings settings;
  private final InstantSource clock;
  private final Vapid vapid;
  private final SecretKeySpec topics;
  private @Nullable Vertx vertx; // both made when something is sent for the first time
  private @Nullable HttpClient client;

  /// @param secret 32 bytes that belong to this server alone, the same on all its nodes
  /// @param name of the server, where the settings name no contact
  public WebPush(PushSettings settings, byte[] secret, String name, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    var contact = settings.contact().isEmpty() ? "https://" + name : settings.contact();
    this.vapid = new Vapid(secret, contact);
    this.topics = new SecretKeySpec(secret, "HmacSHA256");
  }

  @Override
  public String key() {
    return vapid.key();
  }

  @Override
  public boolean mayAsk(URI endpoint) {
    boolean isSafe = "https".equals(endpoint.getScheme()) && endpoint.getPort() < 0;
    return isSafe
        || (settings.local()
            && ("https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme())));
  }

  @Override
  public Sent send(PushSubscription to, String topic, byte[] payload) {
    var endpoint = URI.create(to.endpoint());
    try {
      var body =
          Encryption.encrypt(
              Arrays.copyOf(payload, Math.min(payload.length, Encryption.MOST_BYTES)),
              Base64.getUrlDecoder().decode(to.key()),
              Base64.getUrlDecoder().decode(to.secret()));
      var address = mayAsk(endpoint) ? address(endpoint) : Optional.<InetAddress>empty();
      return address.isEmpty()
          ? Sent.of(Fate.REFUSED)
          : ask(endpoint, address.get(), topic(to, topic), body);
    } catch (GeneralSecurityException _) {
      return Sent.of(Fate.GONE); // nothing can be encrypted for it
    } catch (UnknownHostException | TimeoutException _) {
      return Sent.of(Fate.LATER);
    } catch (ExecutionException e) {
      LOG.debug("A push service could not be asked: {}", String.valueOf(e.getCause()));
      return Sent.of(Fate.LATER);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Sent.of(Fate.REFUSED);
    }
  }

  // The first that may be connected to.
  private Optional<InetAddress> address(URI endpoint) throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(endpoint.getHost()))
        .filter(address -> settings.local() || GlobalAddress.is(address))
        .findFirst();
  }

  private Sent ask(URI endpoint, InetAddress address, String topic, byte[] body)
      throws InterruptedException, ExecutionException, TimeoutException {
    boolean isTls = "https".equals(endpoint.getScheme());
    int standard = isTls ? 443 : 80;
    int port = endpoint.getPort() < 0 ? standard : endpoint.getPort();
    var query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(endpoint.getHost())
            .setPort(port)
            .setSsl(isTls)
            .setURI(endpoint.getRawPath() + query)
            .setFollowRedirects(false)
            .putHeader("Authorization", vapid.authorization(endpoint, clock.instant()))
            .putHeader("Content-Encoding", "aes128gcm")
            .putHeader("Content-Type", "application/octet-stream")
            .putHeader("TTL", String.valueOf(Duration.ofHours(settings.keepHours()).toSeconds()))
            .putHeader("Topic", topic)
            .putHeader("Urgency", "high");
    return client()
        .request(options)
        .compose(request -> request.send(Buffer.buffer(body)))
        .map(WebPush::sent)
        .toCompletionStage()
        .toCompletableFuture()
        .get(settings.timeoutSeconds(), TimeUnit.SECONDS);
  }

  // What it says beside its status is not read.
  private static Sent sent(HttpClientResponse response) {
    int status = response.statusCode();
    var after = wait(response.getHeader("Retry-After"));
    response.exceptionHandler(_ -> {}); // told of the end that comes next
    response.request().reset();
    if (status >= 200 && status < 300) {
      return Sent.of(Fate.TAKEN);
    }
    return switch (status) {
      case 404, 410 -> Sent.of(Fate.GONE);
      case 408, 429 -> new Sent(Fate.LATER, after);
      default -> status >= 500 ? new Sent(Fate.LATER, after) : Sent.of(Fate.REFUSED);
    };
  }

  private static Duration wait(@Nullable String seconds) {
    if (seconds == null || !seconds.matches("[0-9]{1,6}")) {
      return Duration.ZERO;
    }
    var asked = Duration.ofSeconds(Long.parseLong(seconds));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  // So that the service does not learn what it is about.
  private String topic(PushSubscription to, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(topics);
    var bytes = mac.doFinal((to.endpoint() + ' ' + text).getBytes(UTF_8));
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(bytes, TOPIC_BYTES));
  }

  private synchronized HttpClient client() {
    if (client == null) {
      vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
      client =
          vertx.createHttpClient(
              new HttpClientOptions()
                  .setKeepAlive(false)
                  .setConnectTimeout((int) Duration.ofSeconds(settings.timeoutSeconds()).toMillis())
                  .setIdleTimeout(settings.timeoutSeconds()));
    }
    return client;
  }

  @Override
  public synchronized void close() {
    if (vertx != null) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
