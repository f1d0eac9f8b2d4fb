package chat.salon.core;

import chat.salon.core.Arrivals.Ticket;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The serial queue of one session: hand-off 0. Event loops put input in; a virtual thread takes it
/// out, one after the other, while there is any. An idle session owns no thread.
///
/// @param <T> one piece of input: a line, a frame
public final class Inbox<T> {
  private final Arrivals arrivals;
  private final int capacity;
  private final Executor threads;
  private final Handler<T> handler;
  private final ArrayDeque<Entry<T>> entries = new ArrayDeque<>(4);
  private Mode mode = Mode.READY;
  private boolean isPaused;
  private boolean isRunning;
  private boolean isOver;

  /// What a session does with its input, on its own virtual thread.
  public interface Handler<T> {
    /// Takes one piece of input. The handler settles the ticket: by the time this returns, or later
    /// when it goes on with more input first.
    void take(T input, Ticket ticket);

    /// There is no more input for now: finish what is still open.
    void caughtUp();
  }

  private enum Mode {
    READY,
    /// The turn waits for an outcome: what comes behind it holds nobody up from beginning.
    WAITING,
    /// The turn does something slow that nobody else sees: what comes behind it holds nobody up.
    APART
  }

  /// One piece of input. Without a ticket it holds nobody up, and gets one when its turn comes.
  private static final class Entry<T> {
    private final T input;
    private @Nullable Ticket ticket;

    Entry(T input, @Nullable Ticket ticket) {
      this.input = input;
      this.ticket = ticket;
    }

    void pass(Mode mode) {
      if (ticket != null && mode == Mode.WAITING) {
        ticket.placed();
      } else if (mode == Mode.APART) {
        drop();
      }
    }

    void drop() {
      if (ticket != null) {
        ticket.settled();
        ticket = null;
      }
    }
  }

  /// What is taken out.
  private record Next<T>(T input, Ticket ticket) {}

  /// @param capacity how many pieces of input may wait
  /// @param threads runs what it is given on a virtual thread, and never waits
  public Inbox(Arrivals arrivals, int capacity, Executor threads, Handler<T> handler) {
    this.arrivals = arrivals;
    this.capacity = capacity;
    this.threads = threads;
    this.handler = handler;
  }

  /// Puts input in. Any thread, never waits.
  ///
  /// @return false when there was no room, or the last has been put in already
  public boolean offer(T input) {
    synchronized (entries) {
      return !isOver && entries.size() < capacity && add(input);
    }
  }

  /// Puts input in behind all that waits, whether there is room or not, and goes on if paused: the
  /// other side has gone. Nothing comes after it.
  public void finish(T last) {
    synchronized (entries) {
      isPaused = false;
      isOver = true;
      add(last);
    }
  }

  /// Drops what waits and puts this in its place: the session has been ended.
  public void abort(T last) {
    synchronized (entries) {
      entries.forEach(Entry::drop);
      entries.clear();
      finish(last);
    }
  }

  /// How many pieces of input wait.
  public int size() {
    synchronized (entries) {
      return entries.size();
    }
  }

  /// Waits for an outcome, within a turn.
  public <R> R await(Supplier<R> outcome) {
    return in(Mode.WAITING, outcome);
  }

  /// Does something slow that changes nothing for others, within a turn: hashing, reading history.
  public <R> R apart(Supplier<R> work) {
    return in(Mode.APART, work);
  }

  /// Takes nothing more out until resumed, and holds nobody up meanwhile; called within a turn. Who
  /// is about to end is not paused.
  public void pause() {
    synchronized (entries) {
      isPaused = !isOver;
      entries.forEach(Entry::drop);
    }
  }

  /// Goes on after a pause. Any thread.
  public void resume() {
    synchronized (entries) {
      isPaused = false;
      start();
    }
  }

  private boolean add(T input) {
    var last = entries.peekLast();
    // behind what has no ticket yet it would wait for what waits for it
    boolean mayHaveTicket =
        !isPaused && mode != Mode.APART && (last == null || last.ticket != null);
    var entry = new Entry<>(input, mayHaveTicket ? arrivals.take() : null);
    entry.pass(mode);
    entries.add(entry);
    start();
    return true;
  }

  private void start() {
    if (!isRunning && !isPaused && !entries.isEmpty()) {
      isRunning = true;
      threads.execute(this::run);
    }
  }

  private void run() {
    do {
      for (var next = next(); next != null; next = next()) {
        take(next.input(), next.ticket());
      }
      guarded(handler::caughtUp);
    } while (!hasEnded());
  }

  private void take(T input, Ticket ticket) {
    ticket.awaitTurn();
    if (!guarded(() -> handler.take(input, ticket))) {
      ticket.settled();
    }
  }

  // A fault of one input is not the end of its session, and an error that ended this thread would
  // hold up everybody else's input as well.
  private static boolean guarded(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | Error fault) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
      return false;
    }
  }

  private @Nullable Next<T> next() {
    synchronized (entries) {
      var entry = isPaused ? null : entries.poll();
      if (entry == null) {
        return null;
      }
      return new Next<>(entry.input, entry.ticket == null ? arrivals.take() : entry.ticket);
    }
  }

  private boolean hasEnded() {
    synchronized (entries) {
      isRunning = !isPaused && !entries.isEmpty();
      return !isRunning;
    }
  }

  private <R> R in(Mode during, Supplier<R> work) {
    enter(during);
    try {
      return work.get();
    } finally {
      enter(Mode.READY);
    }
  }

  private void enter(Mode to) {
    synchronized (entries) {
      mode = to;
      entries.forEach(entry -> entry.pass(to));
    }
  }
}
