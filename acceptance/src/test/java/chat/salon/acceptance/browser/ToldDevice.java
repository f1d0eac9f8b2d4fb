package chat.salon.acceptance.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// The service worker of a page, which gets what a push service hands to the browser, and the
/// notifications that it shows.
final class ToldDevice {
  private final Page page;
  private final CDPSession browser;
  private final AtomicReference<String> registration = new AtomicReference<>("");

  ToldDevice(Page page) {
    this.page = page;
    browser = page.context().newCDPSession(page);
    browser.on("ServiceWorker.workerRegistrationUpdated", this::note);
    browser.send("ServiceWorker.enable");
    page.waitForCondition(() -> !registration.get().isEmpty());
  }

  private void note(JsonObject event) {
    for (var each : event.getAsJsonArray("registrations")) {
      registration.set(each.getAsJsonObject().get("registrationId").getAsString());
    }
  }

  /// Hands it something that was decrypted already.
  void hand(String text) {
    var push = object("origin", (String) page.evaluate("() => location.origin"));
    push.addProperty("registrationId", registration.get());
    push.addProperty("data", text);
    browser.send("ServiceWorker.deliverPushMessage", push);
  }

  /// Waits until it shows these and no others: title and body of each.
  void shows(String... notices) {
    var expected = Stream.of(notices).sorted().toList();
    page.waitForCondition(() -> shown().equals(expected));
  }

  /// Clicks on the one with this title: outside of the page, so that the worker alone hears of it.
  void click(String title) {
    press(title, "");
  }

  /// Presses a button of the one with this title.
  void press(String title, String action) {
    var targets = page.context().browser().newBrowserCDPSession();
    var attach = object("targetId", worker(targets));
    attach.addProperty("flatten", false);
    var session = targets.send("Target.attachToTarget", attach).get("sessionId").getAsString();
    var script =
        """
        registration.getNotifications().then((all) => {
          const notification = all.find((each) => each.title === '%s');
          dispatchEvent(new NotificationEvent('notificationclick', { notification, action: '%s' }));
        })\
        """
            .formatted(title, action);
    var call = object("method", "Runtime.evaluate");
    call.addProperty("id", 1);
    call.add("params", object("expression", script));
    var message = object("sessionId", session);
    message.addProperty("message", call.toString());
    targets.send("Target.sendMessageToTarget", message);
  }

  private static String worker(CDPSession targets) {
    return targets.send("Target.getTargets").getAsJsonArray("targetInfos").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(target -> target.get("type").getAsString().equals("service_worker"))
        .map(target -> target.get("targetId").getAsString())
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject object(String key, String value) {
    var object = new JsonObject();
    object.addProperty(key, value);
    return object;
  }

  private List<String> shown() {
    var script =
        """
        () => navigator.serviceWorker.ready
          .then((worker) => worker.getNotifications())
          .then((all) => all.map((each) => each.title + '|' + each.body))\
        """;
    return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).sorted().toList();
  }
}
