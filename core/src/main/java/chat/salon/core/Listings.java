package chat.salon.core;

import static java.util.stream.Collectors.toSet;

import chat.salon.core.port.Directory.Census;
import chat.salon.core.port.Directory.Changes;
import chat.salon.core.port.Directory.Crowd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one node knows of everybody in the network, as their [Register] told it. Reading is a look
/// into memory on any thread; one thread at a time writes.
public final class Listings {
  private static final Crowd NOBODY = new Crowd(0, 0);

  private final Map<Nick, PersonId> nicks = new ConcurrentHashMap<>();
  private final Map<PersonId, Listing> people = new ConcurrentHashMap<>();
  private final Map<Integer, Crowd> crowds = new ConcurrentHashMap<>();
  private volatile Consumer<Person> former = _ -> {};
  private volatile Changes changes = (_, _) -> {};
  private volatile Census census = new Census(0, 0, 0, 0);

  /// @param reader is told of each person who goes or takes another nick, as they were before
  public void tellFormer(Consumer<Person> reader) {
    former = reader;
  }

  /// @param reader is told of each person who comes, changes or goes
  public void tellChanged(Changes reader) {
    changes = reader;
  }

  /// Takes over what there now is of somebody.
  ///
  /// @param isGone whether they are to be forgotten
  public void put(Listing now, boolean isGone) {
    var id = now.person().id();
    var before = isGone ? people.remove(id) : people.put(id, now);
    if (before != null && (isGone || !before.person().nick().equals(now.person().nick()))) {
      nicks.remove(before.person().nick(), id);
    }
    if (!isGone) {
      nicks.put(now.person().nick(), id);
    }
    if (before != null && isFormer(before, now)) {
      former.accept(before.person());
    }
    count(before, isGone ? null : now);
    crowd(before, -1);
    crowd(isGone ? null : now, 1);
    changes.changed(before == null ? null : before.person(), isGone ? null : now.person());
  }

  /// Takes over everybody, in place of all that was known.
  public void replace(Collection<Listing> all) {
    var gone = new ArrayList<>(people.values());
    var ids = all.stream().map(listing -> listing.person().id()).collect(toSet());
    gone.removeIf(listing -> ids.contains(listing.person().id()));
    gone.forEach(listing -> put(listing, true));
    all.forEach(listing -> put(listing, false));
  }

  public Optional<Person> find(Nick nick) {
    return Optional.ofNullable(nicks.get(nick)).flatMap(this::find);
  }

  public Optional<Person> find(PersonId id) {
    return Optional.ofNullable(people.get(id)).map(Listing::person);
  }

  /// All that is known of somebody.
  public Optional<Listing> listing(PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  /// Where somebody has sessions; empty when they are not connected.
  public Set<Integer> nodes(PersonId id) {
    var listing = people.get(id);
    return listing == null ? Set.of() : listing.nodes();
  }

  /// Everybody, in no order.
  public List<Listing> everybody() {
    return List.copyOf(people.values());
  }

  public Census census() {
    return census;
  }

  /// How many have sessions on a node.
  public Crowd crowd(int node) {
    return crowds.getOrDefault(node, NOBODY);
  }

  private void crowd(@Nullable Listing listing, int by) {
    for (var node : listing == null ? Set.<Integer>of() : listing.nodes()) {
      var before = crowd(node);
      int people = before.people() + by;
      crowds.put(node, new Crowd(people, Math.max(before.most(), people)));
    }
  }

  private static boolean isFormer(Listing before, Listing now) {
    return !before.person().nick().shown().equals(now.person().nick().shown())
        || (now.nodes().isEmpty() && !before.nodes().isEmpty());
  }

  private void count(@Nullable Listing before, @Nullable Listing now) {
    int count = people.size();
    census =
        new Census(
            count,
            census.invisible() + one(now, true) - one(before, true),
            census.opers() + one(now, false) - one(before, false),
            Math.max(census.most(), count));
  }

  private static int one(@Nullable Listing listing, boolean invisible) {
    if (listing == null) {
      return 0;
    }
    var standing = listing.person().standing();
    return (invisible ? standing.invisible() : standing.oper()) ? 1 : 0;
  }
}
