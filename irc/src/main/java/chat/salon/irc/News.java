package chat.salon.irc;

import chat.salon.irc.login.Offer;
import chat.salon.irc.login.OfferNews;
import chat.salon.wire.Isupport;
import chat.salon.wire.Line;
import java.util.ArrayList;
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

  private record Before(List<String> offer, Isupport supported, List<TokenService> services) {}

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
      var door = session.door();
      all.put(
          session,
          new Before(
              shared.getOrDefault(offer, offer),
              door.isupport(),
              door.tokens().settings().services()));
    }
    return all;
  }

  /// Tells them what is different now.
  void tell() {
    loop.run(() -> loop.sessions().forEach(this::tell));
  }

  // IRCv3 draft/authtoken, Capability.
  private static List<Line> services(IrcSession session, List<TokenService> old) {
    var now = session.door().tokens().settings();
    var lines = new ArrayList<Line>();
    for (var one : old) {
      if (now.service(one.name()).isEmpty()) {
        lines.add(Line.of(session.serverName(), "TOKEN", "DEL", one.name()));
      }
    }
    for (var one : now.services()) {
      if (!old.contains(one)) {
        lines.add(Line.of(session.serverName(), "TOKEN", "NEW", one.name(), one.url()));
      }
    }
    return lines;
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
    if (session.isRegistered() && session.has(Cap.AUTHTOKEN)) {
      session.outbox().send(services(session, old.services()), false);
    }
  }
}
