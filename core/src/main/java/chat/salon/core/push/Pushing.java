package chat.salon.core.push;

import chat.salon.core.AccountName;
import chat.salon.core.push.PushService.Fate;
import chat.salon.core.push.PushSubscription.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Where people say which devices are to be told. Methods may wait for the disk, and one for a push
/// service.
public final class Pushing {
  private static final int ENDPOINT_BYTES = 1000;
  private static final int KEY_BYTES = 65;
  private static final int SECRET_BYTES = 16;

  private final PushSubscriptions subscriptions;
  private final PushService service;
  private final Map<Form, PushPayload> payloads;
  private final PushSettings settings;

  /// Why a device is not told.
  public enum Fault {
    /// The endpoint is not the address of a push service that may be asked.
    ENDPOINT,
    /// The keys are not what browsers make.
    KEYS,
    /// The account has as many devices as it may have.
    TOO_MANY,
    /// There is no such device.
    UNKNOWN,
    /// The push service took nothing.
    NOT_TAKEN
  }

  public Pushing(
      PushSubscriptions subscriptions,
      PushService service,
      Map<Form, PushPayload> payloads,
      PushSettings settings) {
    this.subscriptions = subscriptions;
    this.service = service;
    this.payloads = Map.copyOf(payloads);
    this.settings = settings;
  }

  /// By which push services know this server, in base64url.
  public String key() {
    return service.key();
  }

  /// How many devices an account may have.
  public int most() {
    return settings.perAccount();
  }

  /// A device is to be told.
  ///
  /// @return why not
  public Optional<Fault> subscribe(PushSubscription subscription) {
    if (!isEndpoint(subscription.endpoint())) {
      return Optional.of(Fault.ENDPOINT);
    }
    if (!isPoint(subscription.key()) || size(subscription.secret()) != SECRET_BYTES) {
      return Optional.of(Fault.KEYS);
    }
    return subscriptions.put(subscription, settings.perAccount() - 1)
        ? Optional.empty()
        : Optional.of(Fault.TOO_MANY);
  }

  /// A device is not to be told any more; nothing when it was not.
  public void unsubscribe(AccountName account, String endpoint) {
    subscriptions.remove(account, endpoint);
  }

  /// Somebody who came by a password has logged out, or it is another now: devices that were named
  /// by such sessions are not told any more.
  public void loggedOut(AccountName account) {
    subscriptions.removeWithoutToken(account);
  }

  /// Tells a device that it works. Waits for the push service.
  ///
  /// @return why not
  public Optional<Fault> attempt(AccountName account, String endpoint) {
    var found =
        subscriptions.of(account).stream()
            .filter(one -> one.endpoint().equals(endpoint))
            .findFirst();
    if (found.isEmpty()) {
      return Optional.of(Fault.UNKNOWN);
    }
    // Names are looked up in native code, which would hold the carrier of a virtual thread.
    var fate =
        CompletableFuture.supplyAsync(
                () -> send(found.get(), "trial", new Notice.Trial()).fate(),
                work -> Thread.ofPlatform().name("push trial").daemon().start(work))
            .join();
    return fate == Fate.TAKEN ? Optional.empty() : Optional.of(Fault.NOT_TAKEN);
  }

  /// Tells a device something. What is gone is forgotten. Waits for the push service.
  PushService.Sent send(PushSubscription to, String topic, Notice notice) {
    var payload = payloads.get(to.form());
    if (payload == null) {
      return PushService.Sent.of(Fate.REFUSED);
    }
    var sent = service.send(to, topic, payload.of(notice, to.showsText()));
    if (sent.fate() == Fate.GONE) {
      subscriptions.remove(to.account(), to.endpoint());
    }
    return sent;
  }

  private boolean isEndpoint(String text) {
    try {
      var endpoint = new URI(text);
      return text.length() <= ENDPOINT_BYTES
          && endpoint.getHost() != null
          && endpoint.getUserInfo() == null
          && endpoint.getFragment() == null
          && service.mayAsk(endpoint);
    } catch (URISyntaxException _) {
      return false;
    }
  }

  // Whether it is on the curve is found out when something is encrypted for it.
  private static boolean isPoint(String key) {
    return size(key) == KEY_BYTES && Base64.getUrlDecoder().decode(key)[0] == 4;
  }

  private static int size(String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64).length;
    } catch (IllegalArgumentException _) {
      return -1;
    }
  }
}
