package chat.salon.server;

import chat.salon.core.Salon;
import chat.salon.core.push.Notifier;
import chat.salon.core.push.PushSettings;
import chat.salon.core.push.PushSubscription.Form;
import chat.salon.core.push.Pushing;
import chat.salon.irc.IrcPayload;
import chat.salon.push.WebPush;
import chat.salon.store.Store;
import chat.salon.web.push.JsonPayload;
import java.time.InstantSource;
import java.util.Map;

/// Notifications to devices, from the log of this node to push services.
///
/// @param pushing what the doors hold
record Push(Pushing pushing, Notifier notifier, WebPush service) implements AutoCloseable {

  /// Begins to tell devices what this node stores.
  static Push start(
      PushSettings settings,
      Store store,
      Salon salon,
      MeasuredLog log,
      String name,
      InstantSource clock) {
    var service = new WebPush(settings, store.secret("push"), name, clock);
    var payloads = Map.of(Form.JSON, new JsonPayload(), Form.IRC, new IrcPayload());
    var pushing = new Pushing(store.pushSubscriptions(), service, payloads, settings);
    var notifier =
        new Notifier(
            salon.unseen(),
            store.pushSubscriptions(),
            store.attentions(),
            pushing,
            settings,
            clock);
    log.tell(notifier);
    salon.friends().tell(notifier::friendAsked);
    return new Push(pushing, notifier, service);
  }

  @Override
  public void close() {
    notifier.close();
    service.close();
  }
}
