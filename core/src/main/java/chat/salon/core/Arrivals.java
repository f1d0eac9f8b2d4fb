package chat.salon.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps the order in which input came in over all connections of this node. Each input takes a
/// ticket when it arrives. It may begin when all before it are *placed*: what they ask is in the
/// mailboxes of those who decide it. It may answer from what others see when all before it are
/// *settled*: their effects are delivered. So two requests that compete are decided in the order of
/// their arrival, and an answer never overtakes a message that came before the question.
///
/// Nobody is held up by somebody who waits: whoever is about to wait is placed by that. Any thread.
public final class Arrivals {
  // A bound, not a delay: who has waited so long passes by all that is before it, and with it all
  // who come after.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final long patience;
  private final Order unplaced = new Order(Ticket::begin);
  private final Order unsettled = new Order(Ticket::answer);

  public Arrivals() {
    this(PATIENCE);
  }

  Arrivals(Duration patience) {
    this.patience = patience.toNanos();
  }

  /// One input's place in the order.
  public final class Ticket {
    private boolean isPlaced;
    private boolean isSettled;
    private volatile boolean mayBegin;
    private volatile boolean mayAnswer;
    private volatile @Nullable Thread waiting;

    private Ticket() {}

    boolean mayBegin() {
      return mayBegin;
    }

    boolean mayAnswer() {
      return mayAnswer;
    }

    /// Waits until all that came before is placed.
    public void awaitTurn() {
      await(() -> mayBegin, unplaced);
    }

    /// Waits until the effects of all that came before are delivered; what came after is held up no
    /// longer.
    public void awaitEffects() {
      placed();
      await(() -> mayAnswer, unsettled);
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

    private void await(BooleanSupplier condition, Order order) {
      if (condition.getAsBoolean()) {
        return;
      }
      waiting = Thread.currentThread();
      long deadline = System.nanoTime() + patience;
      while (!condition.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          synchronized (unplaced) {
            order.pass(this);
            advance();
          }
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

    private void answer() {
      if (!mayAnswer) {
        mayAnswer = true;
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
      unplaced.tickets.add(ticket);
      unsettled.tickets.add(ticket);
      advance();
    }
    return ticket;
  }

  private void advance() {
    unplaced.advance(ticket -> ticket.isPlaced);
    unsettled.advance(ticket -> ticket.isSettled);
  }

  /// The tickets that have something still to come, the oldest first. Guarded by the lock of
  /// [Arrivals].
  private static final class Order {
    private final ArrayDeque<Ticket> tickets = new ArrayDeque<>();
    private final Consumer<Ticket> atFront;

    /// @param atFront told of the ones whose time has come
    Order(Consumer<Ticket> atFront) {
      this.atFront = atFront;
    }

    void advance(Predicate<Ticket> isDone) {
      var first = tickets.peek();
      while (first != null && isDone.test(first)) {
        atFront.accept(tickets.remove());
        first = tickets.peek();
      }
      if (first != null) {
        atFront.accept(first);
      }
    }

    /// Takes out all that is before this one, which has been there for longer.
    void pass(Ticket impatient) {
      if (tickets.contains(impatient)) {
        while (!tickets.element().equals(impatient)) {
          atFront.accept(tickets.remove());
        }
      }
    }
  }
}
