package chat.salon.web;

import chat.salon.core.Delivery;
import chat.salon.core.Handed;
import chat.salon.core.Outlet;
import chat.salon.core.Session;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop and the sockets on it. Takes what a turn of a conversation has for all of them as
/// one task, encodes it once, and writes to each socket once a round.
final class WebLoop implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(WebLoop.class);

  private final EventLoop events;
  private final Set<SocketPeer> peers = new LinkedHashSet<>();
  private final Handed handed;
  private List<SocketPeer> dirty = new ArrayList<>();

  WebLoop(EventLoop events) {
    this.events = events;
    this.handed =
        new Handed(events, events::inEventLoop, e -> LOG.error("fault on an event loop", e));
    events.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  /// Runs something on this loop, after what was handed to it before. Any thread, never waits.
  void run(Runnable task) {
    handed.add(task);
  }

  /// Runs something on this loop when some time has passed. Any thread, never waits.
  void later(Runnable task, int seconds) {
    try {
      events.schedule(task, seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException _) {
      // the door is closed, and its sessions with it
    }
  }

  void add(SocketPeer peer) {
    peers.add(peer);
  }

  void remove(SocketPeer peer) {
    peers.remove(peer);
  }

  /// The sockets on this loop; only on this loop.
  List<SocketPeer> peers() {
    return List.copyOf(peers);
  }

  /// Writes what a socket has when the tasks that are waiting now have been done.
  void flushLater(SocketPeer peer) {
    dirty.add(peer);
    if (dirty.size() == 1) {
      events.execute(this::flush);
    }
  }

  private void flush() {
    var round = dirty;
    dirty = new ArrayList<>();
    round.forEach(peer -> peer.outbox().flush());
  }

  @Override
  public void deliver(List<Delivery> deliveries, Session[] readers) {
    run(() -> fanOut(deliveries, readers));
  }

  private static void fanOut(List<Delivery> deliveries, Session[] readers) {
    var round = new Round(deliveries);
    try {
      for (var reader : readers) {
        show(round, (WebSession) reader);
      }
    } finally {
      round.release();
    }
  }

  // A fault in what one reader is shown is not the other readers'.
  private static void show(Round round, WebSession session) {
    try {
      round.show(session);
    } catch (RuntimeException fault) {
      LOG.error("fault showing events to session={}", session.id(), fault);
      session.close("Internal error", true, 1011);
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    peers().forEach(peer -> peer.sweep(now));
  }
}
