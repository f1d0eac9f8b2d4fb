package chat.salon.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.push.PushService;
import chat.salon.core.push.PushSettings;
import chat.salon.core.push.PushSubscription;
import chat.salon.outbound.Address;
import chat.salon.outbound.Bytes;
import chat.salon.outbound.Call;
import chat.salon.outbound.Outbound;
import chat.salon.outbound.Result.Answered;
import chat.salon.outbound.Result.NoAnswer;
import chat.salon.outbound.Result.NotAllowed;
import chat.salon.outbound.Rules;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Hands what devices are told to their push services. Endpoints come from strangers: they are
/// asked by [Outbound] alone, with TLS and at the usual port.
public final class WebPush implements PushService {
  private static final Rules SERVICES = Rules.global(false, Set.of(443));
  private static final int TOPIC_BYTES = 24; // 32 characters, as many as a topic may have
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final PushSettings settings;
  private final InstantSource clock;
  private final Vapid vapid;
  private final SecretKeySpec topics;
  private final Outbound outbound;

  /// @param secret 32 bytes that belong to this server alone, the same on all its nodes
  /// @param name of the server, where the settings name no contact
  public WebPush(PushSettings settings, byte[] secret, String name, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    var contact = settings.contact().isEmpty() ? "https://" + name : settings.contact();
    this.vapid = new Vapid(secret, contact);
    this.topics = new SecretKeySpec(secret, "HmacSHA256");
    this.outbound = new Outbound(settings.local() ? Rules.ANYWHERE : SERVICES);
  }

  @Override
  public String key() {
    return vapid.key();
  }

  @Override
  public boolean mayAsk(URI endpoint) {
    return outbound.address(endpoint.toString()).isPresent();
  }

  @Override
  public Sent send(PushSubscription to, String topic, byte[] payload) {
    try {
      var body =
          Encryption.encrypt(
              Arrays.copyOf(payload, Math.min(payload.length, Encryption.MOST_BYTES)),
              Base64.getUrlDecoder().decode(to.key()),
              Base64.getUrlDecoder().decode(to.secret()));
      var address = outbound.address(to.endpoint());
      return address.isEmpty()
          ? Sent.of(Fate.REFUSED)
          : ask(URI.create(to.endpoint()), address.get(), topic(to, topic), body);
    } catch (GeneralSecurityException _) {
      return Sent.of(Fate.GONE); // nothing can be encrypted for it
    }
  }

  private Sent ask(URI endpoint, Address to, String topic, byte[] body) {
    var headers =
        Map.of(
            "Authorization",
            vapid.authorization(endpoint, clock.instant()),
            "Content-Encoding",
            "aes128gcm",
            "Content-Type",
            "application/octet-stream",
            "TTL",
            String.valueOf(Duration.ofHours(settings.keepHours()).toSeconds()),
            "Topic",
            topic,
            "Urgency",
            "high");
    var timeout = Duration.ofSeconds(settings.timeoutSeconds());
    return switch (outbound.ask(Call.post(to, headers, new Bytes(body), timeout, 0))) {
      case Answered answered -> sent(answered);
      case NotAllowed _ -> Sent.of(Fate.REFUSED);
      case NoAnswer _ -> Sent.of(Fate.LATER);
    };
  }

  // What it says beside its status is not read.
  private static Sent sent(Answered answered) {
    int status = answered.status();
    var after = wait(answered.header("retry-after"));
    if (status >= 200 && status < 300) {
      return Sent.of(Fate.TAKEN);
    }
    return switch (status) {
      case 404, 410 -> Sent.of(Fate.GONE);
      case 408, 429 -> new Sent(Fate.LATER, after);
      default -> status >= 500 ? new Sent(Fate.LATER, after) : Sent.of(Fate.REFUSED);
    };
  }

  private static Duration wait(String seconds) {
    if (!seconds.matches("[0-9]{1,6}")) {
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

  @Override
  public void close() {
    outbound.close();
  }
}
