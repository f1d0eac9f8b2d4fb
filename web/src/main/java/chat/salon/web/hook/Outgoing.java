package chat.salon.web.hook;

import chat.salon.core.hook.HookSettings;
import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.core.hook.OutgoingWebhook.Result;
import chat.salon.core.hook.OutgoingWebhooks;
import chat.salon.outbound.Address;
import chat.salon.outbound.Bytes;
import chat.salon.outbound.Call;
import chat.salon.outbound.Outbound;
import chat.salon.outbound.Result.Answered;
import chat.salon.outbound.Result.NoAnswer;
import chat.salon.outbound.Result.NotAllowed;
import chat.salon.outbound.Rules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Posts to the addresses of webhooks. Any thread.
public final class Outgoing implements AutoCloseable {
  private static final int LONGEST_URL = 1000;

  private final OutgoingWebhooks webhooks;
  private final HookSettings settings;
  private final Signature signature;
  private final InstantSource clock;
  private final Outbound outbound;

  /// @param secret that belongs to this server alone, the same on all its nodes
  public Outgoing(
      OutgoingWebhooks webhooks, HookSettings settings, byte[] secret, InstantSource clock) {
    this.webhooks = webhooks;
    this.settings = settings;
    this.signature = new Signature(secret);
    this.clock = clock;
    outbound = new Outbound(settings.local() ? Rules.ANYWHERE : Rules.global(false, Set.of()));
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
    return address(url).map(Address::host);
  }

  private Optional<Address> address(String url) {
    return url.length() > LONGEST_URL || url.indexOf('#') >= 0
        ? Optional.empty()
        : outbound.address(url);
  }

  /// Posts something and waits for the answer. Never on a virtual thread.
  ///
  /// @param delivery by which the receiver knows what it has got already
  Posted post(OutgoingWebhook hook, String delivery, byte[] body) {
    var address = address(hook.url());
    if (address.isEmpty()) {
      return Posted.failed(Result.NOT_ALLOWED);
    }
    var call =
        Call.post(
            address.get(),
            headers(hook, delivery, body),
            new Bytes(body),
            Duration.ofSeconds(settings.timeoutSeconds()),
            settings.answerBytes());
    return switch (outbound.ask(call)) {
      case Answered answered -> posted(answered);
      case NotAllowed _ -> Posted.failed(Result.NOT_ALLOWED);
      case NoAnswer _ -> Posted.failed(Result.NO_ANSWER);
    };
  }

  // An answer that is too long says nothing.
  private static Posted posted(Answered answered) {
    var text = answered.isWhole() ? answered.body().text() : "";
    return Posted.answered(answered.status(), text);
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

  private Map<String, String> headers(OutgoingWebhook hook, String delivery, byte[] body) {
    var timestamp = String.valueOf(clock.instant().getEpochSecond());
    return Map.of(
        "Content-Type",
        "application/json",
        "User-Agent",
        "Salon",
        "X-Salon-Webhook",
        String.valueOf(hook.id()),
        "X-Salon-Delivery",
        delivery,
        "X-Salon-Timestamp",
        timestamp,
        "X-Salon-Signature",
        signature.of(hook, timestamp, body));
  }

  /// Waits for no answer any more.
  @Override
  public void close() {
    outbound.close();
  }
}
