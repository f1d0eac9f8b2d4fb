package chat.salon.cluster;

import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Settings.Endpoint;
import chat.salon.core.PersonId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What other nodes ask of the conversations here: hands on what the directory vouches for, at
/// once. A request may overtake what the directory tells of who asks, so what is not known yet
/// waits, in order for each person, until it is or for too long. Any thread; nothing waits.
final class Doubts {
  private final Claims claims;
  private final Callers callers;
  private final Bounds bounds;
  private final Consumer<Ask> believed;
  private final Consumer<Ask> refused;
  private final Map<Asker, ArrayDeque<Waiting>> lines = new ConcurrentHashMap<>();

  /// @param patience how long a request waits for the directory
  /// @param most so many requests of one node may wait
  record Bounds(Duration patience, int most) {}

  private record Asker(Endpoint place, PersonId person) {}

  private record Waiting(Ask ask, Endpoint place, long since) {
    boolean isAbout(PersonId person) {
      return ask.actor().id().equals(person)
          || Claims.other(ask).filter(person::equals).isPresent();
    }
  }

  /// @param believed takes what is true; must not wait
  /// @param refused is told of what was never vouched for, to answer who asked
  Doubts(
      Claims claims,
      Callers callers,
      Bounds bounds,
      Consumer<Ask> believed,
      Consumer<Ask> refused) {
    this.claims = claims;
    this.callers = callers;
    this.bounds = bounds;
    this.believed = believed;
    this.refused = refused;
  }

  /// @param place of the node that sent it; null for this one
  void asked(Ask ask, @Nullable Endpoint place) {
    if (place == null) {
      if (callers.isAt(ask.from(), null)) {
        believed.accept(ask);
      }
      return;
    }
    var lie =
        callers.isElsewhere(ask.from(), place) ? Optional.of("for another node") : Claims.lie(ask);
    if (lie.isPresent()) {
      alarm(ask, place, lie.get());
    } else if (lines.isEmpty() && doubt(ask, place).isEmpty()) {
      believed.accept(claims.asOfNow(ask));
    } else {
      queue(new Waiting(ask, place, System.nanoTime()));
    }
  }

  // That the directory has told more meanwhile is seen under the lock.
  private synchronized void queue(Waiting one) {
    var asker = new Asker(one.place(), one.ask().actor().id());
    var line = lines.get(asker);
    if (line == null && doubt(one).isEmpty()) {
      believed.accept(claims.asOfNow(one.ask()));
    } else if (count(one.place()) >= bounds.most()) {
      refuse(one, "and too many requests wait");
    } else if (line == null) {
      lines.put(asker, new ArrayDeque<>(List.of(one)));
    } else {
      line.add(one);
    }
  }

  private int count(Endpoint place) {
    return lines.entrySet().stream()
        .filter(line -> line.getKey().place().equals(place))
        .mapToInt(line -> line.getValue().size())
        .sum();
  }

  /// The directory has told something of somebody.
  void look(PersonId person) {
    if (!lines.isEmpty()) {
      look(line -> line.getFirst().isAbout(person));
    }
  }

  /// The directory has told of everybody, or a node has come.
  void look() {
    if (!lines.isEmpty()) {
      look(_ -> true);
    }
  }

  private synchronized void look(Predicate<ArrayDeque<Waiting>> which) {
    lines.values().stream().filter(which).forEach(this::handOn);
    lines.values().removeIf(ArrayDeque::isEmpty);
  }

  // While it is handed on the line stays, so that nothing overtakes it.
  private void handOn(ArrayDeque<Waiting> line) {
    for (var first = line.peek(); first != null && doubt(first).isEmpty(); first = line.peek()) {
      believed.accept(claims.asOfNow(first.ask()));
      line.remove();
    }
  }

  /// Refuses what has waited for too long. Called in regular intervals.
  void tick() {
    if (lines.isEmpty()) {
      return;
    }
    look();
    synchronized (this) {
      long now = System.nanoTime();
      for (var line : new ArrayList<>(lines.values())) {
        for (var first = line.peek();
            first != null && now - first.since() > bounds.patience().toNanos();
            first = line.peek()) {
          end(first);
          line.remove();
        }
      }
    }
    look();
  }

  private void end(Waiting one) {
    doubt(one)
        .ifPresentOrElse(why -> refuse(one, why), () -> believed.accept(claims.asOfNow(one.ask())));
  }

  private void refuse(Waiting one, String why) {
    alarm(one.ask(), one.place(), why);
    if (callers.isAt(one.ask().from(), one.place())) {
      refused.accept(one.ask());
    }
  }

  private void alarm(Ask ask, Endpoint place, String why) {
    callers.alarm(place, Alarms.shown(ask) + ", " + why);
  }

  private Optional<String> doubt(Waiting one) {
    return doubt(one.ask(), one.place());
  }

  private Optional<String> doubt(Ask ask, Endpoint place) {
    return callers.isAt(ask.from(), place)
        ? claims.doubt(ask)
        : Optional.of("from a node that is not known");
  }
}
