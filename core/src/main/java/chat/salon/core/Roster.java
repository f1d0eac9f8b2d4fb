package chat.salon.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The sessions on this node that see one channel, by outlet. Any thread; held for no longer than
/// it takes to change a map.
final class Roster {
  private final Map<PersonId, Set<Session>> sessions = new LinkedHashMap<>();
  private Group[] groups = {};
  private boolean isStale;

  /// The readers of one outlet.
  @SuppressWarnings("ArrayRecordComponent") // handed over as it is, compared by nobody
  record Group(Outlet outlet, Session[] readers) {
    /// The readers that a test lets through.
    Session[] only(Predicate<Session> test) {
      var some = new ArrayList<Session>();
      for (var reader : readers) {
        if (test.test(reader)) {
          some.add(reader);
        }
      }
      return some.toArray(Session[]::new);
    }
  }

  /// @return whether any of them did not see it before
  synchronized boolean add(PersonId person, Collection<Session> more) {
    boolean isNew = sessions.computeIfAbsent(person, _ -> new LinkedHashSet<>()).addAll(more);
    isStale |= isNew;
    return isNew;
  }

  synchronized void remove(PersonId person) {
    isStale |= sessions.remove(person) != null;
  }

  synchronized void remove(PersonId person, Session session) {
    var theirs = sessions.get(person);
    if (theirs != null) {
      isStale |= theirs.remove(session);
    }
  }

  synchronized boolean isEmpty() {
    return sessions.isEmpty();
  }

  synchronized boolean has(PersonId person) {
    return sessions.containsKey(person);
  }

  synchronized List<Session> of(PersonId person) {
    return List.copyOf(sessions.getOrDefault(person, Set.of()));
  }

  /// Everybody; nobody changes the arrays.
  synchronized Group[] groups() {
    if (isStale) {
      groups = group(sessions.values().stream().flatMap(Set::stream).toList());
      isStale = false;
    }
    return groups;
  }

  /// Sessions by outlet.
  static Group[] group(Collection<Session> sessions) {
    var byOutlet = new IdentityHashMap<Outlet, List<Session>>();
    for (var session : sessions) {
      byOutlet.computeIfAbsent(session.outlet(), _ -> new ArrayList<>()).add(session);
    }
    return byOutlet.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue().toArray(Session[]::new)))
        .toArray(Group[]::new);
  }
}
