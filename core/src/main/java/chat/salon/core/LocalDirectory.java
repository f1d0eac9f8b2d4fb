package chat.salon.core;

import chat.salon.core.port.Directory;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The directory of a single node.
public final class LocalDirectory implements Directory {
  private final Listings listings = new Listings();
  private final Register register = new Register(listings::put);

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

  @Override
  public void tellFormer(Consumer<Person> reader) {
    listings.tellFormer(reader);
  }

  @Override
  public Optional<Person> find(Nick nick) {
    return listings.find(nick);
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return listings.find(id);
  }

  @Override
  public Set<Integer> nodes(PersonId id) {
    return listings.nodes(id);
  }

  @Override
  public Collection<Person> everybody() {
    return listings.everybody().stream().map(Listing::person).toList();
  }

  @Override
  public Census census() {
    return listings.census();
  }
}
