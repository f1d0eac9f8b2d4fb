package chat.salon.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What this node has asked others and waits for. Each call is answered: by who was asked, or by
/// its own bound. Any thread.
final class Calls {
  private final Map<Long, Call<?>> open = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private volatile boolean isOver;

  /// @param again asks once more; null when that would do it twice
  /// @param late what is the answer when none comes
  private record Call<A>(
      CompletableFuture<A> answer,
      long since,
      Duration most,
      @Nullable LongConsumer again,
      Late<A> late) {
    void giveUp() {
      late.answer(answer);
    }
  }

  /// How a call ends that nobody answered.
  interface Late<A> {
    void answer(CompletableFuture<A> call);
  }

  /// Asks once.
  ///
  /// @param ask is given the id of the call
  /// @param most how long to wait
  <A> CompletableFuture<A> once(LongConsumer ask, Duration most, Late<A> late) {
    return call(ask, null, most, late);
  }

  /// Asks again and again until the answer is there: only for what may be done twice.
  ///
  /// @param ask is given the id of the call
  /// @param most how long to wait
  <A> CompletableFuture<A> untilAnswered(LongConsumer ask, Duration most, Late<A> late) {
    return call(ask, ask, most, late);
  }

  private <A> CompletableFuture<A> call(
      LongConsumer ask, @Nullable LongConsumer again, Duration most, Late<A> late) {
    long id = ids.incrementAndGet();
    var answer = new CompletableFuture<A>();
    open.put(id, new Call<>(answer, System.nanoTime(), most, again, late));
    if (isOver) {
      giveUp(_ -> true);
    } else {
      ask.accept(id);
    }
    return answer;
  }

  /// Somebody answered; nothing when it is too late.
  @SuppressWarnings("unchecked") // the id was given to whom answers with that type
  <A> void answer(long id, A answer) {
    var call = (Call<A>) open.remove(id);
    if (call != null) {
      call.answer().complete(answer);
    }
  }

  /// A fault of whom was asked.
  void fail(long id, Throwable fault) {
    var call = open.remove(id);
    if (call != null) {
      call.answer().completeExceptionally(fault);
    }
  }

  /// Gives up what was asked once before a moment: who has not answered by now is no more.
  ///
  /// @param moment see [System#nanoTime()]
  void giveUpBefore(long moment) {
    giveUp(call -> call.again() == null && call.since() - moment < 0);
  }

  /// Nobody answers any more: gives up everything, and what is asked from now on.
  void end() {
    isOver = true;
    giveUp(_ -> true);
  }

  boolean isOver() {
    return isOver;
  }

  private void giveUp(Predicate<Call<?>> which) {
    open.forEach((id, call) -> {
      if (which.test(call) && open.remove(id, call)) {
        call.giveUp();
      }
    });
  }

  /// Gives up what is too late, and asks again for the rest. Called in regular intervals.
  void tick() {
    long now = System.nanoTime();
    open.forEach((id, call) -> {
      if (now - call.since() > call.most().toNanos()) {
        open.remove(id);
        call.giveUp();
      } else if (call.again() != null) {
        call.again().accept(id);
      }
    });
  }
}
