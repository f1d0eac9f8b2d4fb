package chat.salon.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Questions to every node at once: answered when each of them has answered or is gone, or when the
/// bound is over. Any thread; nothing waits.
final class Circle {
  private final Map<Long, Round<?>> rounds = new HashMap<>();
  private long ids;

  /// Asks one node.
  interface Asking {
    void ask(int node, long id);
  }

  private static final class Round<A> {
    private final Set<Integer> missing;
    private final Asking asking;
    private final long end;
    private final List<A> answers = new ArrayList<>();
    private final CompletableFuture<List<A>> all = new CompletableFuture<>();

    Round(Set<Integer> nodes, Asking asking, Duration most) {
      this.missing = new HashSet<>(nodes);
      this.asking = asking;
      this.end = System.nanoTime() + most.toNanos();
    }

    void answered(int node, A answer) {
      if (missing.remove(node)) {
        answers.add(answer);
      }
    }

    boolean isOver() {
      return missing.isEmpty() || System.nanoTime() - end > 0;
    }
  }

  /// @param most how long to wait for who does not answer and is not known to be gone
  /// @return what the nodes answered, but for those that went or did not answer
  <A> CompletableFuture<List<A>> ask(Set<Integer> nodes, Asking asking, Duration most) {
    long id;
    Round<A> round;
    synchronized (this) {
      id = ++ids;
      round = new Round<>(nodes, asking, most);
      rounds.put(id, round);
    }
    nodes.forEach(node -> asking.ask(node, id));
    end();
    return round.all;
  }

  @SuppressWarnings("unchecked") // the id was given to whom answers with that type
  <A> void answered(long id, int node, A answer) {
    synchronized (this) {
      var round = (Round<A>) rounds.get(id);
      if (round != null) {
        round.answered(node, answer);
      }
    }
    end();
  }

  /// A node is no more.
  void lose(int node) {
    synchronized (this) {
      rounds.values().forEach(round -> round.missing.remove(node));
    }
    end();
  }

  /// Asks those again that have not answered. Called in regular intervals.
  void tick() {
    var again = new ArrayList<Runnable>();
    synchronized (this) {
      rounds.forEach((id, round) ->
          round.missing.forEach(node -> again.add(() -> round.asking.ask(node, id))));
    }
    again.forEach(Runnable::run);
    end();
  }

  private void end() {
    var over = new ArrayList<Runnable>();
    synchronized (this) {
      rounds
          .values()
          .removeIf(round -> {
            if (round.isOver()) {
              over.add(() -> complete(round));
            }
            return round.isOver();
          });
    }
    over.forEach(Runnable::run);
  }

  private static <A> void complete(Round<A> round) {
    round.all.complete(List.copyOf(round.answers));
  }
}
