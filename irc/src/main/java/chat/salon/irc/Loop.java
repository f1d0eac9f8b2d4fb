package chat.salon.irc;

import chat.salon.core.Delivery;
import chat.salon.core.Handed;
import chat.salon.core.Outlet;
import chat.salon.core.Session;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop and the sessions on it. Takes what a turn of a conversation has for all of them
/// as one task, encodes it once for each class of readers, and flushes each socket once a round.
final class Loop implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final EventLoop events;
  private final Set<IrcSession> sessions = new LinkedHashSet<>();
  private final Handed handed;
  private List<Outbox> dirty = new ArrayList<>();
  private List<Runnable> beginning = new ArrayList<>();

  Loop(EventLoop events) {
    this.events = events;
    this.handed =
        new Handed(events, events::inEventLoop, e -> LOG.error("fault on an event loop", e));
    events.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  /// Runs something on this loop, after what was handed to it before. Any thread, never waits.
  void run(Runnable task) {
    handed.add(task);
  }

  /// Begins the turn of a session on a virtual thread: with those of all others that were heard of
  /// in the same round of reading, so that the threads that run them are woken once.
  void begin(Runnable turn) {
    if (!isHere()) {
      Thread.startVirtualThread(turn);
      return;
    }
    beginning.add(turn);
    if (beginning.size() == 1) {
      handed.execute(this::beginAll);
    }
  }

  private void beginAll() {
    var turns = beginning;
    beginning = new ArrayList<>();
    if (turns.size() == 1) {
      Thread.startVirtualThread(turns.getFirst());
    } else {
      Thread.startVirtualThread(() -> turns.forEach(Thread::startVirtualThread));
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
    var round = new Round(deliveries);
    try {
      for (var reader : readers) {
        show(round, (IrcSession) reader);
      }
    } finally {
      round.release();
    }
  }

  // A fault in what one reader is shown is not the other readers'.
  private static void show(Round round, IrcSession session) {
    if (session.ending().hasLeft()) {
      return;
    }
    try {
      round.show(session);
    } catch (RuntimeException fault) {
      LOG.error("fault showing events to session={}", session.id(), fault);
      session.ending().cutOff("Internal error");
    }
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
