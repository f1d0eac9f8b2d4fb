package chat.salon.irc;

import chat.salon.core.Delivery;
import chat.salon.core.Outlet;
import chat.salon.core.Session;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop and the sessions on it. Takes what a turn of a conversation has for all of them
/// as one task, encodes it once for each class of readers, and flushes each socket once a round.
final class Loop implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final EventLoop events;
  private final Set<IrcSession> sessions = new LinkedHashSet<>();
  private List<Outbox> dirty = new ArrayList<>();

  Loop(EventLoop events) {
    this.events = events;
    events.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  /// Runs something on this loop, after what was handed to it before. Any thread, never waits.
  void run(Runnable task) {
    try {
      events.execute(task);
    } catch (RejectedExecutionException _) {
      // the door is closed, and its sessions with it
    }
  }

  /// Whether the calling thread is this loop's.
  boolean isHere() {
    return events.inEventLoop();
  }

  EventLoop events() {
    return events;
  }

  void add(IrcSession session) {
    sessions.add(session);
  }

  void remove(IrcSession session) {
    sessions.remove(session);
  }

  /// The sessions on this loop; only on this loop.
  List<IrcSession> sessions() {
    return List.copyOf(sessions);
  }

  /// Flushes an outbox when the tasks that are waiting now have been done.
  void flushLater(Outbox outbox) {
    dirty.add(outbox);
    if (dirty.size() == 1) {
      events.execute(this::flush);
    }
  }

  @Override
  public void deliver(List<Delivery> deliveries, Session[] readers) {
    run(() -> fanOut(deliveries, readers));
  }

  private void fanOut(List<Delivery> deliveries, Session[] readers) {
    var encoded = new HashMap<Caps, Encoded>();
    try {
      for (var reader : readers) {
        show(deliveries, (IrcSession) reader, encoded);
      }
    } finally {
      encoded.values().forEach(Encoded::release);
    }
  }

  // A fault in what one reader is shown is not the other readers'.
  private static void show(
      List<Delivery> deliveries, IrcSession session, Map<Caps, Encoded> encoded) {
    try {
      var bytes =
          encoded.computeIfAbsent(
              session.view().eventCaps(),
              caps -> Encoded.of(deliveries, caps, session.settings().lineBytes()));
      show(deliveries, bytes, session);
    } catch (RuntimeException fault) {
      LOG.error("fault showing events to session={}", session.id(), fault);
      session.cutOff("Internal error");
    }
  }

  // What looks to this session as to all others of its capabilities is written in whole runs.
  private static void show(List<Delivery> deliveries, Encoded encoded, IrcSession session) {
    int from = 0;
    for (int i = 0; i < deliveries.size(); i++) {
      if (session.view().seesForItself(deliveries.get(i))) {
        encoded.write(from, i, session.outbox());
        session.view().show(deliveries.get(i));
        from = i + 1;
      }
    }
    encoded.write(from, deliveries.size(), session.outbox());
  }

  private void flush() {
    var round = dirty;
    dirty = new ArrayList<>();
    round.forEach(Outbox::flush);
  }

  private void sweep() {
    long now = System.nanoTime();
    for (var session : sessions()) {
      session.sweep(now);
    }
  }
}
