package chat.salon.core;

import java.util.Optional;
import java.util.Set;

/// The directory of a single node.
public final class LocalDirectory extends ListedDirectory {
  private final Register register = new Register(listings()::put);

  @Override
  public synchronized Arrival enter(Person who, int node) {
    return register.enter(who, node);
  }

  @Override
  public synchronized Set<Integer> leave(PersonId person, int node) {
    return register.leave(person, node);
  }

  @Override
  public synchronized void forget(PersonId person) {
    register.forget(person);
  }

  @Override
  public synchronized Optional<Person> rename(PersonId person, Nick nick) {
    return register.rename(person, nick);
  }

  @Override
  public synchronized void release(PersonId person, Nick nick) {
    register.release(person, nick);
  }

  @Override
  public synchronized Optional<Person> change(Person before, Person after) {
    return register.change(before, after);
  }
}
