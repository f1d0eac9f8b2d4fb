package chat.salon.server;

import chat.salon.core.Salon;
import chat.salon.irc.Door;
import chat.salon.irc.IrcServer;
import chat.salon.store.Store;

/// Which numbers the parts of the server give.
final class Meters {
  private Meters() {}

  static void add(Metrics to, Salon salon, Store store, Door door, IrcServer irc) {
    var people = salon.directory();
    var lines = door.counters();
    to.gauge("salon_people", "People who are connected", () -> people.census().people())
        .gauge("salon_people_most", "Most people at once", () -> people.census().most())
        .gauge("salon_opers", "Network staff who are connected", () -> people.census().opers())
        .gauge("salon_irc_connections", "Open IRC connections", irc::connections)
        .counter("salon_irc_accepted", "Connections let in", () -> lines.accepted())
        .counter("salon_irc_refused", "Connections refused by a limit", () -> lines.refused())
        .counter("salon_irc_lines_in", "Lines from IRC clients", () -> lines.linesIn())
        .counter("salon_irc_sent", "Pieces sent to IRC clients", () -> lines.sent())
        .counter("salon_store_commits", "Transactions on disk", store::commits)
        .gauge(
            "salon_store_writable", "1 while the store can write, else 0", () -> writable(store));
  }

  private static int writable(Store store) {
    return store.health().isWritable() ? 1 : 0;
  }
}
