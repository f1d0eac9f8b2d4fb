package chat.salon.core;

import chat.salon.core.port.Directory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The directory of a single node.
public final class LocalDirectory implements Directory {
  private final Map<Nick, PersonId> nicks = new ConcurrentHashMap<>();
  private final Map<PersonId, Entry> people = new ConcurrentHashMap<>();
  private final Object counting = new Object();
  private Census census = new Census(0, 0, 0, 0);

  private record Entry(Person person, Set<Integer> nodes) {}

  @Override
  public boolean claim(Nick nick, PersonId person) {
    var holder = nicks.putIfAbsent(nick, person);
    return holder == null || holder.equals(person);
  }

  @Override
  public void release(Nick nick, PersonId person) {
    nicks.remove(nick, person);
  }

  @Override
  public void publish(Person person, Set<Integer> nodes) {
    synchronized (counting) {
      var now = nodes.isEmpty() ? null : new Entry(person, Set.copyOf(nodes));
      var before = now == null ? people.remove(person.id()) : people.put(person.id(), now);
      int count = people.size();
      census =
          new Census(
              count,
              census.invisible() + one(now, true) - one(before, true),
              census.opers() + one(now, false) - one(before, false),
              Math.max(census.most(), count));
    }
  }

  @Override
  public Optional<Person> find(Nick nick) {
    return Optional.ofNullable(nicks.get(nick)).flatMap(this::find);
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return Optional.ofNullable(people.get(id)).map(Entry::person);
  }

  @Override
  public Set<Integer> nodes(PersonId id) {
    var entry = people.get(id);
    return entry == null ? Set.of() : entry.nodes();
  }

  @Override
  public Collection<Person> everybody() {
    var all = new ArrayList<Person>(people.size());
    people.values().forEach(entry -> all.add(entry.person()));
    return all;
  }

  @Override
  public Census census() {
    synchronized (counting) {
      return census;
    }
  }

  private static int one(@Nullable Entry entry, boolean invisible) {
    if (entry == null) {
      return 0;
    }
    var standing = entry.person().standing();
    return (invisible ? standing.invisible() : standing.oper()) ? 1 : 0;
  }
}
