package chat.salon.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The sessions on this node that see one channel, by outlet. Any thread; held for no longer than
/// it takes to change an array.
final class Roster {
  private final Map<PersonId, List<Session>> sessions = new HashMap<>();
  private List<Group> groups = List.of();

  /// The readers of one outlet; nobody changes the array.
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

    private Group with(Session session) {
      var more = Arrays.copyOf(readers, readers.length + 1);
      more[readers.length] = session;
      return new Group(outlet, more);
    }

    private Group without(Session session) {
      return new Group(outlet, only(reader -> !reader.equals(session)));
    }
  }

  /// @return whether any of them did not see it before
  synchronized boolean add(PersonId person, Collection<Session> more) {
    var theirs = new ArrayList<>(sessions.getOrDefault(person, List.of()));
    boolean isNew = false;
    for (var session : more) {
      if (!theirs.contains(session)) {
        theirs.add(session);
        groups = with(groups, session);
        isNew = true;
      }
    }
    sessions.put(person, List.copyOf(theirs));
    return isNew;
  }

  synchronized void remove(PersonId person) {
    var theirs = sessions.remove(person);
    if (theirs != null) {
      theirs.forEach(this::drop);
    }
  }

  synchronized void remove(PersonId person, Session session) {
    var theirs = sessions.get(person);
    if (theirs != null && theirs.contains(session)) {
      sessions.put(person, theirs.stream().filter(one -> !one.equals(session)).toList());
      drop(session);
    }
  }

  synchronized boolean isEmpty() {
    return sessions.isEmpty();
  }

  /// Everybody.
  synchronized List<Group> groups() {
    return groups;
  }

  /// Sessions by outlet.
  static List<Group> group(List<Session> sessions) {
    var groups = List.<Group>of();
    for (var session : sessions) {
      groups = with(groups, session);
    }
    return groups;
  }

  private static List<Group> with(List<Group> groups, Session session) {
    var changed = new ArrayList<>(groups);
    int at = of(session.outlet(), groups);
    if (at < 0) {
      changed.add(new Group(session.outlet(), new Session[] {session}));
    } else {
      changed.set(at, groups.get(at).with(session));
    }
    return List.copyOf(changed);
  }

  private void drop(Session session) {
    var changed = new ArrayList<>(groups);
    int at = of(session.outlet(), groups);
    var rest = groups.get(at).without(session);
    if (rest.readers().length == 0) {
      changed.remove(at);
    } else {
      changed.set(at, rest);
    }
    groups = List.copyOf(changed);
  }

  private static int of(Outlet outlet, List<Group> groups) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).outlet().equals(outlet)) {
        return i;
      }
    }
    return -1;
  }
}
