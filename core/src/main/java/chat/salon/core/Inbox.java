package chat.salon.core;

import chat.salon.core.Arrivals.Ticket;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The serial queue of one session: hand-off 0. Event loops put input in; a virtual thread takes it
/// out, one after the other, while there is any. An idle session owns no thread.
///
/// @param <T> one piece of input: a line, a frame
public final class Inbox<T> {
  private final Arrivals arrivals;
  private final int capacity;
  private final Handler<T> handler;
  private final ArrayDeque<Entry<T>> entries = new ArrayDeque<>(4);
  private Mode mode = Mode.READY;
  private boolean isRunning;

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
    /// The turn does something slow that nobody else sees, or rests: what comes behind it holds
    /// nobody up at all.
    APART,
    /// As APART, and nothing is taken out until [#resume()].
    PAUSED
  }

  private record Entry<T>(T input, @Nullable Ticket ticket) {}

  /// @param capacity how many pieces of input may wait
  public Inbox(Arrivals arrivals, int capacity, Handler<T> handler) {
    this.arrivals = arrivals;
    this.capacity = capacity;
    this.handler = handler;
  }

  /// Puts input in. Any thread, never waits.
  ///
  /// @return false when there was no room
  public boolean offer(T input) {
    synchronized (entries) {
      return entries.size() < capacity && add(input);
    }
  }

  /// Puts input in that there is always room for: the connection has ended.
  public void force(T input) {
    synchronized (entries) {
      add(input);
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

  /// Takes nothing more out until resumed; called within a turn.
  public void pause() {
    enter(Mode.PAUSED);
  }

  /// Goes on after a pause. Any thread.
  public void resume() {
    synchronized (entries) {
      if (mode == Mode.PAUSED) {
        mode = Mode.READY;
        start();
      }
    }
  }

  private boolean add(T input) {
    Ticket ticket = null;
    if (mode == Mode.READY || mode == Mode.WAITING) {
      ticket = arrivals.take();
      if (mode == Mode.WAITING) {
        ticket.placed();
      }
    }
    entries.add(new Entry<>(input, ticket));
    start();
    return true;
  }

  private void start() {
    if (!isRunning && mode != Mode.PAUSED && !entries.isEmpty()) {
      isRunning = true;
      Thread.startVirtualThread(this::run);
    }
  }

  private void run() {
    while (true) {
      var entry = next();
      if (entry != null) {
        var ticket = entry.ticket() == null ? arrivals.take() : entry.ticket();
        ticket.awaitTurn();
        handler.take(entry.input(), ticket);
      } else {
        handler.caughtUp();
        if (hasEnded()) {
          return;
        }
      }
    }
  }

  private @Nullable Entry<T> next() {
    synchronized (entries) {
      return mode == Mode.PAUSED ? null : entries.poll();
    }
  }

  private boolean hasEnded() {
    synchronized (entries) {
      isRunning = mode != Mode.PAUSED && !entries.isEmpty();
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
      if (to == Mode.READY) {
        return;
      }
      for (var entry : entries) {
        if (entry.ticket() != null) {
          if (to == Mode.WAITING) {
            entry.ticket().placed();
          } else {
            entry.ticket().settled();
          }
        }
      }
    }
  }
}
