package chat.salon.irc;

import chat.salon.core.Delivery;
import chat.salon.core.Handover;
import chat.salon.core.Outlet;
import chat.salon.core.Session;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop and the sessions on it. Takes what a turn of a conversation has for all of them
/// as one task, encodes it once for each class of readers, and flushes each socket once a round.
final class Loop implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private static final int MOST_AT_ONCE = 1024;

  private final EventLoop events;
  private final Set<IrcSession> sessions = new LinkedHashSet<>();
  private final Queue<Runnable> handed = new ConcurrentLinkedQueue<>();
  private final Handover handover;
  private List<Outbox> dirty = new ArrayList<>();
  private List<Runnable> beginning = new ArrayList<>();

  Loop(EventLoop events) {
    this.events = events;
    this.handover = new Handover(() -> execute(this::runHanded));
    events.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  /// Runs something on this loop, after what was handed to it before. Any thread, never waits.
  void run(Runnable task) {
    handed.add(task);
    if (isHere()) {
      execute(this::runHanded);
    } else {
      handover.soon();
    }
  }

  // Not more than so many at once: what they write is to be sent, and others are to be heard.
  private void runHanded() {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      var task = handed.poll();
      if (task == null) {
        return;
      }
      try {
        task.run();
      } catch (RuntimeException | Error fault) { // the next one is another's
        LOG.error("fault on an event loop", fault);
      }
    }
    execute(this::runHanded);
  }

  private void execute(Runnable task) {
    try {
      events.execute(task);
    } catch (RejectedExecutionException _) {
      // the door is closed, and its sessions with it
    }
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
      execute(this::beginAll);
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
    try {
      round.show(session);
    } catch (RuntimeException fault) {
      LOG.error("fault showing events to session={}", session.id(), fault);
      session.cutOff("Internal error");
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
