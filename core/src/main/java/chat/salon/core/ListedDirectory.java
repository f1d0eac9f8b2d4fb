package chat.salon.core;

import chat.salon.core.port.Directory;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A directory that is read from what this node knows of everybody, whoever decides it.
public abstract class ListedDirectory implements Directory {
  private final Listings listings = new Listings();

  /// To be kept up to date by whoever is told.
  protected final Listings listings() {
    return listings;
  }

  @Override
  public void tellFormer(Consumer<Person> reader) {
    listings.tellFormer(reader);
  }

  @Override
  public void tellChanged(Changes reader) {
    listings.tellChanged(reader);
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
  public Crowd crowd(int node) {
    return listings.crowd(node);
  }

  @Override
  public Census census() {
    return listings.census();
  }
}
