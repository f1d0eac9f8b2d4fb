package chat.salon.core;

import chat.salon.core.port.Directory.Arrival;
import chat.salon.core.port.Directory.Arrival.Entered;
import chat.salon.core.port.Directory.Arrival.Leaving;
import chat.salon.core.port.Directory.Arrival.Taken;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The owner of the directory: decides who has which nick, and where everybody is. Of many who want
/// a nick at once, exactly one gets it. One thread at a time.
public final class Register {
  private final Map<Nick, PersonId> nicks = new HashMap<>();
  private final Map<PersonId, Set<Nick>> formerNicks = new HashMap<>(); // not released yet
  private final Map<PersonId, Listing> people = new HashMap<>();
  private final Reader reader;

  /// Is told of everything that changes, in order.
  public interface Reader {
    /// @param isGone whether they are to be forgotten
    void changed(Listing now, boolean isGone);
  }

  public Register(Reader reader) {
    this.reader = reader;
  }

  /// What a new owner begins with.
  public void restore(Collection<Listing> everybody) {
    for (var listing : everybody) {
      people.put(listing.person().id(), listing);
      nicks.put(listing.person().nick(), listing.person().id());
    }
  }

  public List<Listing> everybody() {
    return List.copyOf(people.values());
  }

  /// See [chat.salon.core.port.Directory#enter].
  public Arrival enter(Person who, int node) {
    var holder = people.get(nicks.getOrDefault(who.nick(), who.id()));
    if (holder == null && nicks.containsKey(who.nick())) { // given back only when all were told
      return new Taken();
    }
    if (holder == null) {
      nicks.put(who.nick(), who.id());
      put(new Listing(who, Set.of(node)));
      return new Entered(who, true);
    }
    var person = holder.person();
    if (person.id().equals(who.id())) { // asked again
      return new Entered(person, true);
    }
    if (!person.nick().equals(who.nick())
        || person.account() == null
        || !person.account().equals(who.account())) {
      return new Taken();
    }
    if (holder.nodes().isEmpty()) {
      return new Leaving(person.id());
    }
    var nodes = new HashSet<>(holder.nodes());
    if (nodes.add(node)) {
      put(holder.onNodes(nodes));
    }
    return new Entered(person, false);
  }

  /// See [chat.salon.core.port.Directory#leave].
  public Set<Integer> leave(PersonId id, int node) {
    var listing = people.get(id);
    if (listing == null) {
      return Set.of();
    }
    var nodes = new HashSet<>(listing.nodes());
    if (nodes.remove(node)) {
      put(listing.onNodes(nodes));
    }
    return Set.copyOf(nodes);
  }

  /// See [chat.salon.core.port.Directory#forget].
  public void forget(PersonId id) {
    var listing = people.get(id);
    if (listing != null && listing.nodes().isEmpty()) {
      people.remove(id);
      nicks.remove(listing.person().nick(), id);
      formerNicks.getOrDefault(id, Set.of()).forEach(nick -> nicks.remove(nick, id));
      formerNicks.remove(id);
      reader.changed(listing, true);
    }
  }

  /// See [chat.salon.core.port.Directory#rename].
  public Optional<Person> rename(PersonId id, Nick nick) {
    var listing = people.get(id);
    var holder = nicks.get(nick);
    if (listing == null || (holder != null && !holder.equals(id))) {
      return Optional.empty();
    }
    nicks.put(nick, id);
    if (!listing.person().nick().equals(nick)) {
      formerNicks.computeIfAbsent(id, _ -> new HashSet<>()).add(listing.person().nick());
    }
    var renamed = listing.person().withNick(nick);
    put(listing.with(renamed));
    return Optional.of(renamed);
  }

  /// See [chat.salon.core.port.Directory#release].
  public void release(PersonId id, Nick nick) {
    var listing = people.get(id);
    if (listing != null && listing.person().nick().equals(nick)) {
      return; // theirs again
    }
    nicks.remove(nick, id);
    formerNicks.computeIfPresent(
        id,
        (_, former) -> {
          former.remove(nick);
          return former.isEmpty() ? null : former;
        });
  }

  /// See [chat.salon.core.port.Directory#change].
  public Optional<Person> change(Person before, Person after) {
    var listing = people.get(after.id());
    if (listing == null) {
      return Optional.empty();
    }
    var changed = listing.person().changedAs(before, after);
    put(listing.with(changed));
    return Optional.of(changed);
  }

  /// A node is no more, and with it all who were on no other.
  public void lose(int node) {
    for (var listing : everybody()) {
      if (listing.nodes().contains(node)) {
        leave(listing.person().id(), node);
        forget(listing.person().id());
      }
    }
  }

  private void put(Listing listing) {
    people.put(listing.person().id(), listing);
    reader.changed(listing, false);
  }
}
