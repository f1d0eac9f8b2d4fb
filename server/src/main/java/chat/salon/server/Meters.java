package chat.salon.server;

import chat.salon.core.preview.Previewer;
import chat.salon.core.push.Notifier;
import chat.salon.irc.Door;
import chat.salon.irc.IrcServer;
import chat.salon.store.Store;
import chat.salon.web.WebDoor;
import chat.salon.web.WebServer;

/// Which numbers the parts of the server give.
final class Meters {
  private Meters() {}

  static void add(Metrics to, Chat chat, Store store, Door door, IrcServer irc) {
    var people = chat.salon().people().directory();
    to.gauge("salon.people", "People who are connected", () -> people.census().people())
        .gauge("salon.people.most", "Most people at once", () -> people.census().most())
        .gauge("salon.opers", "Network staff who is connected", () -> people.census().opers())
        .gauge("salon.channels", "Channels with people in them", chat::channels)
        .counter("salon.cluster.lies", "What nodes said and may not", chat::falseClaims);

    var log = chat.log();
    to.counter("salon.messages", "Messages that were said, and are on disk", log::messages)
        .timer("salon.append", "Waits of conversations for the disk", log::appends, log::nanos)
        .counter("salon.append.failures", "Waits that ended with an error", log::failures)
        .gauge("salon.append.waiting", "Conversations that wait for the disk", log::waiting)
        .counter("salon.store.commits", "Transactions of the database", store::commits)
        .counter("salon.store.losses", "Lost connections to the database", store::losses)
        .gauge("salon.store.writable", "1, or 0 while nothing can be stored", () -> good(store));

    var counters = door.counters();
    to.gauge("salon.irc.connections", "Open IRC connections", irc::connections)
        .counter("salon.irc.accepted", "IRC connections let in", counters.accepted()::sum)
        .counter("salon.irc.refused", "IRC connections refused", counters.refused()::sum)
        .counter("salon.irc.lines", "Lines from IRC clients", counters.linesIn()::sum)
        .counter("salon.irc.sent", "Lines, or runs of them, to IRC clients", counters.sent()::sum);
  }

  static void add(Metrics to, Notifier notifier) {
    to.counter("salon.push.sent", "Notices that push services took", notifier::sent)
        .counter("salon.push.failed", "Notices that no push service took", notifier::failed)
        .counter("salon.push.dropped", "Notices that were never sent", notifier::dropped);
  }

  static void add(Metrics to, Previewer previewer) {
    to.counter("salon.previews.fetched", "Pages asked for by links", previewer::fetched)
        .counter(
            "salon.previews.dropped",
            "Messages whose links were not looked at",
            previewer::dropped);
  }

  static void add(Metrics to, WebDoor door, WebServer web) {
    var counters = door.counters();
    to.gauge("salon.web.connections", "Open web connections", web::connections)
        .gauge("salon.web.sessions", "Sessions of browsers and programs", door.live()::size)
        .counter("salon.web.requests", "HTTP requests", counters.requests()::sum)
        .counter("salon.web.frames", "Frames from clients", counters.frames()::sum)
        .counter("salon.web.sent", "WebSocket messages to clients", counters.sent()::sum);
  }

  private static int good(Store store) {
    return store.health().isWritable() ? 1 : 0;
  }
}
