package chat.salon.cluster;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// What this node has asked others and waits for. Each call is answered: by who was asked, or by
/// its own bound. Any thread.
final class Calls {
  private static final int TIMES = 3;

  private final Map<Long, Call<?>> open = new ConcurrentHashMap<>();
  private final SecureRandom ids = new SecureRandom();
  private volatile boolean isOver;

  /// How a call ends that nobody answered.
  interface Late<A> {
    void answer(CompletableFuture<A> call);
  }

  private static final class Call<A> {
    private final CompletableFuture<A> answer = new CompletableFuture<>();
    private final String owned;
    private final LongConsumer again;
    private final Predicate<A> isFinal;
    private final Duration pause;
    private final Duration most;
    private final Late<A> late;
    private volatile long since = System.nanoTime();
    private volatile long asked = since;
    private volatile boolean isRepeated;
    private boolean isReached;

    /// @param owned what it is asked of
    /// @param again asks once more
    /// @param isFinal whether an answer ends the call after it was asked more than once
    /// @param pause before it is asked again
    /// @param most how long to wait
    /// @param late what is the answer when none comes
    Call(
        String owned,
        LongConsumer again,
        Predicate<A> isFinal,
        Duration pause,
        Duration most,
        Late<A> late) {
      this.owned = owned;
      this.again = again;
      this.isFinal = isFinal;
      this.pause = pause;
      this.most = most;
      this.late = late;
    }

    void giveUp() {
      late.answer(answer);
    }

    // Once it is in the hands of this node nobody asks again.
    synchronized void askAgain(long id, long now) {
      if (!isReached) {
        isRepeated = true;
        asked = now;
        again.accept(id);
      }
    }

    synchronized boolean reached() {
      boolean isFirst = !isReached;
      isReached = true;
      return isFirst;
    }

    // Whether it is over with this answer.
    synchronized boolean ends(A with) {
      boolean isEnd = !isRepeated || isFinal.test(with);
      isReached &= isEnd;
      return isEnd;
    }
  }

  /// Asks, and asks again when a node is lost or no answer comes for a third of the time: only for
  /// what is then known to be the same.
  ///
  /// @param owned what it is asked of; see [Message.Question#key()]
  /// @param first is given the id of the call
  /// @param again likewise
  /// @param isFinal whether an answer ends the call after it was asked more than once
  /// @param most how long to wait, since it was asked or since a node was lost
  <A> CompletableFuture<A> again(
      String owned,
      LongConsumer first,
      LongConsumer again,
      Predicate<A> isFinal,
      Duration most,
      Late<A> late) {
    return call(first, new Call<>(owned, again, isFinal, most.dividedBy(TIMES), most, late));
  }

  /// Asks again and again until the answer is there: only for what may be done twice.
  ///
  /// @param owned what it is asked of; see [Message.Question#key()]
  /// @param ask is given the id of the call
  /// @param most how long to wait
  <A> CompletableFuture<A> untilAnswered(
      String owned, LongConsumer ask, Duration most, Late<A> late) {
    return call(ask, new Call<>(owned, ask, _ -> true, Duration.ZERO, most, late));
  }

  private <A> CompletableFuture<A> call(LongConsumer ask, Call<A> call) {
    long id = ids.nextLong() & Long.MAX_VALUE; // known to nobody but whom it is asked
    open.put(id, call);
    if (isOver) {
      giveUpAll();
    } else {
      ask.accept(id);
    }
    return call.answer;
  }

  /// Somebody answered; nothing when it is too late.
  @SuppressWarnings("unchecked") // the id was given to whom answers with that type
  <A> void answer(long id, A answer) {
    var call = (Call<A>) open.get(id);
    if (call != null && call.ends(answer) && open.remove(id, call)) {
      call.answer.complete(answer);
    }
  }

  /// A fault of whom was asked. Of two who were asked, the other may answer yet.
  void fail(long id, Throwable fault) {
    var call = open.get(id);
    if (call != null && !call.isRepeated && open.remove(id, call)) {
      call.answer.completeExceptionally(fault);
    }
  }

  /// A question of this node has come to an owner on it, from where the answer cannot be lost.
  ///
  /// @param owned by that owner
  /// @return false when it had come before, or is not waited for any more, or was never asked there
  boolean reached(long id, String owned) {
    var call = open.get(id);
    return call != null && call.owned.equals(owned) && call.reached();
  }

  /// Whether this node waits for the answer of that owner.
  boolean isOpen(long id, String owned) {
    var call = open.get(id);
    return call != null && call.owned.equals(owned);
  }

  /// Whether it is asked for the first time.
  boolean isFirst(long id) {
    var call = open.get(id);
    return call != null && !call.isRepeated;
  }

  /// Asks again what was asked before a moment, and waits anew: who has not answered by now is no
  /// more.
  ///
  /// @param moment see [System#nanoTime()]
  void askAgain(long moment) {
    long now = System.nanoTime();
    open.forEach((id, call) -> {
      if (call.asked - moment < 0) {
        call.since = now;
        call.askAgain(id, now);
      }
    });
  }

  /// Nobody answers any more: gives up everything, and what is asked from now on.
  void end() {
    isOver = true;
    giveUpAll();
  }

  boolean isOver() {
    return isOver;
  }

  private void giveUpAll() {
    open.forEach((id, call) -> {
      if (open.remove(id, call)) {
        call.giveUp();
      }
    });
  }

  /// Gives up what is too late, and asks again for the rest. Called in regular intervals.
  void tick() {
    long now = System.nanoTime();
    open.forEach((id, call) -> {
      if (now - call.since > call.most.toNanos()) {
        if (open.remove(id, call)) {
          call.giveUp();
        }
      } else if (now - call.asked >= call.pause.toNanos()) {
        call.askAgain(id, now);
      }
    });
  }
}
