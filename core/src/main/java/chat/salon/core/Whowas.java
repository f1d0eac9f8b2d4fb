package chat.salon.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Who was here lately: the people that left this node's sight, newest first. Any thread.
public final class Whowas {
  private final int capacity;
  private final ArrayDeque<Past> past = new ArrayDeque<>();

  /// Somebody under a nick that they no longer use.
  public record Past(Person person, Instant until) {}

  Whowas(int capacity) {
    this.capacity = capacity;
  }

  void add(Person person, Instant until) {
    synchronized (past) {
      past.addFirst(new Past(person, until));
      if (past.size() > capacity) {
        past.removeLast();
      }
    }
  }

  /// Those who used a nick, newest first.
  ///
  /// @param most 0 for all
  public List<Past> of(Nick nick, int most) {
    var found = new ArrayList<Past>();
    synchronized (past) {
      for (var one : past) {
        if (one.person().nick().equals(nick) && (most <= 0 || found.size() < most)) {
          found.add(one);
        }
      }
    }
    return found;
  }
}
