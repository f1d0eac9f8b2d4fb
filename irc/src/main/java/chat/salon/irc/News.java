package chat.salon.irc;

import chat.salon.irc.login.Offer;
import chat.salon.irc.login.OfferNews;
import chat.salon.wire.Isupport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What the sessions of one event loop were offered before the server changed.
final class News {
  private static final int PATIENCE_SECONDS = 10;

  private final Loop loop;
  private final Map<IrcSession, Before> before;

  private record Before(List<String> offer, Isupport supported) {}

  private News(Loop loop, Map<IrcSession, Before> before) {
    this.loop = loop;
    this.before = before;
  }

  /// Of a loop as it is now. Waits for it: not on an event loop.
  static News before(Loop loop) {
    var found = new CompletableFuture<Map<IrcSession, Before>>();
    loop.run(() -> found.complete(look(loop)));
    return new News(
        loop, found.completeOnTimeout(Map.of(), PATIENCE_SECONDS, TimeUnit.SECONDS).join());
  }

  private static Map<IrcSession, Before> look(Loop loop) {
    var all = new HashMap<IrcSession, Before>();
    var shared = new HashMap<List<String>, List<String>>(); // most are offered the same
    for (var session : loop.sessions()) {
      var offer = Offer.list(session, true);
      shared.putIfAbsent(offer, offer);
      all.put(session, new Before(shared.getOrDefault(offer, offer), session.door().isupport()));
    }
    return all;
  }

  /// Tells them what is different now.
  void tell() {
    loop.run(() -> loop.sessions().forEach(this::tell));
  }

  private void tell(IrcSession session) {
    var old = before.get(session);
    if (old == null) {
      return;
    }
    var offer = OfferNews.since(session, old.offer());
    if (!offer.isEmpty()) {
      session.outbox().send(offer, false);
    }
    var changed = session.door().isupport().since(old.supported());
    if (session.isRegistered() && !changed.tokens().isEmpty()) {
      session.outbox().send(Supported.of(session, changed).lines(), false);
    }
  }
}
