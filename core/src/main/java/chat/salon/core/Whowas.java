package chat.salon.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
    return of(past -> past.person().nick().equals(nick), most);
  }

  /// Those who used a nick that a mask covers, newest first (RFC 2812, WHOWAS).
  ///
  /// @param most 0 for all
  public List<Past> like(String mask, int most) {
    return of(past -> Glob.matches(mask, past.person().nick().shown()), most);
  }

  private List<Past> of(Predicate<Past> wanted, int most) {
    var found = new ArrayList<Past>();
    synchronized (past) {
      for (var one : past) {
        if (wanted.test(one) && (most <= 0 || found.size() < most)) {
          found.add(one);
        }
      }
    }
    return found;
  }
}
