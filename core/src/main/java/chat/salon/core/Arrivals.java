package chat.salon.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps the order in which input came in over all connections of this node. Each input takes a
/// ticket when it arrives. It may begin when all before it are *placed*: what they ask is in the
/// mailboxes of those who decide it. It may answer from what others see when all before it are
/// *settled*: their effects are delivered. So two requests that compete are decided in the order of
/// their arrival, and an answer never overtakes a message that came before the question.
///
/// Nobody is held up by somebody who waits: whoever is about to wait is placed by that. Any thread.
public final class Arrivals {
  // A bound, not a delay: input that is neither placed nor settled by then holds nobody up.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ArrayDeque<Ticket> unplaced = new ArrayDeque<>();
  private final ArrayDeque<Ticket> unsettled = new ArrayDeque<>();

  /// One input's place in the order.
  public final class Ticket {
    private boolean isPlaced;
    private boolean isSettled;
    private volatile boolean mayBegin;
    private volatile boolean mayAnswer;
    private volatile @Nullable Thread waiting;

    private Ticket() {}

    /// Waits until all that came before is placed.
    public void awaitTurn() {
      await(() -> mayBegin);
    }

    /// Waits until the effects of all that came before are delivered; what came after is held up no
    /// longer.
    public void awaitEffects() {
      placed();
      await(() -> mayAnswer);
    }

    /// What this input asks is where it will be decided, in its order.
    public void placed() {
      synchronized (unplaced) {
        if (!isPlaced) {
          isPlaced = true;
          advance();
        }
      }
    }

    /// All effects of this input are delivered, or it has none that others would see.
    public void settled() {
      synchronized (unplaced) {
        isPlaced = true;
        isSettled = true;
        advance();
      }
    }

    private void await(BooleanSupplier condition) {
      if (condition.getAsBoolean()) {
        return;
      }
      waiting = Thread.currentThread();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!condition.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          break;
        }
        LockSupport.parkNanos(this, left);
      }
      waiting = null;
    }

    private void begin() {
      if (!mayBegin) {
        mayBegin = true;
        wake();
      }
    }

    private void wake() {
      var thread = waiting;
      if (thread != null) {
        LockSupport.unpark(thread);
      }
    }
  }

  /// Waits until the effects of all input that has arrived so far are delivered. Whoever calls this
  /// has settled its own.
  public void awaitAll() {
    var ticket = take();
    ticket.awaitEffects();
    ticket.settled();
  }

  /// A ticket for input that has just arrived.
  public Ticket take() {
    var ticket = new Ticket();
    synchronized (unplaced) {
      unplaced.add(ticket);
      unsettled.add(ticket);
      advance();
    }
    return ticket;
  }

  // The heads of both queues are the ones whose time has come.
  private void advance() {
    while (!unplaced.isEmpty() && unplaced.peek().isPlaced) {
      unplaced.poll().begin();
    }
    var first = unplaced.peek();
    if (first != null) {
      first.begin();
    }
    while (!unsettled.isEmpty() && unsettled.peek().isSettled) {
      unsettled.poll();
    }
    first = unsettled.peek();
    if (first != null && !first.mayAnswer) {
      first.mayAnswer = true;
      first.wake();
    }
  }
}
