package chat.salon.cluster;

import chat.salon.cluster.Message.AskDirectory;
import chat.salon.cluster.Message.Everybody;
import chat.salon.cluster.Message.Grant;
import chat.salon.cluster.Message.Update;
import chat.salon.cluster.Message.Wish;
import chat.salon.core.ListedDirectory;
import chat.salon.core.Listing;
import chat.salon.core.NetworkException;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Refusal.CutOff;
import chat.salon.core.Refusal.NoAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The directory of the network, as seen from one node: a copy to read, and an owner somewhere to
/// ask.
final class ClusterDirectory extends ListedDirectory {
  private final int node;
  private final Calls calls;
  private final Consumer<AskDirectory> owner;
  private final Duration patience;
  private final Vigil vigil;
  private final Trail trail;
  private final List<Listing> coming = new ArrayList<>();
  private long term;
  private volatile int host;

  /// @param node the number of this node
  /// @param owner takes questions to the owner, or loses them
  /// @param patience how long to wait for an answer
  /// @param vigil knows whether the answer may be one of a network that has gone on
  /// @param memory for how long it is known what the owner said before
  ClusterDirectory(
      int node,
      Calls calls,
      Consumer<AskDirectory> owner,
      Duration patience,
      Vigil vigil,
      Duration memory) {
    this.node = node;
    this.calls = calls;
    this.owner = owner;
    this.patience = patience;
    this.vigil = vigil;
    trail = new Trail(memory);
  }

  // ---- What the owner tells ----

  /// @param from the node of the owner
  synchronized void told(Update update, int from) {
    if (update.term() >= term) {
      isOwnedBy(from, update.term());
      remember(update);
      listings().put(update.listing(), update.isGone());
    }
  }

  private void remember(Update update) {
    listings()
        .listing(update.listing().person().id())
        .filter(before -> update.isGone() || !Trail.isAlike(before, update.listing()))
        .ifPresent(trail::add);
  }

  /// @param from the node of the owner
  synchronized void told(Everybody everybody, int from) {
    if (everybody.term() < term) {
      return;
    }
    isOwnedBy(from, everybody.term());
    coming.addAll(everybody.people());
    if (everybody.isLast()) {
      rememberAllBut(coming);
      listings().replace(coming);
      coming.clear();
    }
  }

  private void rememberAllBut(List<Listing> now) {
    var after = new HashMap<PersonId, Listing>();
    now.forEach(listing -> after.put(listing.person().id(), listing));
    for (var before : listings().everybody()) {
      var same = after.get(before.person().id());
      if (same == null || !Trail.isAlike(before, same)) {
        trail.add(before);
      }
    }
  }

  private void isOwnedBy(int from, long newTerm) {
    if (newTerm > term) {
      coming.clear();
    }
    term = newTerm;
    host = from;
  }

  /// The node where the owner was last heard of.
  int host() {
    return host;
  }

  /// Asks to be told of everybody, until that is done.
  CompletableFuture<Grant> refresh() {
    return wish(new Wish.Everyone())
        .exceptionallyCompose(e -> calls.isOver() ? CompletableFuture.failedFuture(e) : refresh());
  }

  /// Somebody, as they are now.
  Optional<Listing> listing(PersonId who) {
    return listings().listing(who);
  }

  /// Somebody as they are now, if they are there, and then as they were, the newest first.
  List<Listing> known(PersonId who) {
    var now = listings().listing(who);
    var former = trail.of(who);
    if (now.isEmpty()) {
      return former;
    }
    if (former.isEmpty()) {
      return List.of(now.get());
    }
    var known = new ArrayList<Listing>(former.size() + 1);
    known.add(now.get());
    known.addAll(former);
    return known;
  }

  /// Forgets what is too old. Called in regular intervals.
  synchronized void tick() {
    trail.sweep();
  }

  /// Those who have sessions on this node.
  List<Listing> here() {
    return listings().everybody().stream()
        .filter(listing -> listing.nodes().contains(node))
        .toList();
  }

  // ---- What people want ----

  @Override
  public Arrival enter(Person who, int on) {
    return switch (certain(new Wish.Enter(who))) {
      case Grant.Entered(var person, var isNew) -> new Arrival.Entered(person, isNew);
      default -> new Arrival.Taken();
    };
  }

  @Override
  public Set<Integer> leave(PersonId person, int on) {
    return granted(new Wish.Leave(person)) instanceof Grant.Left(var nodes) ? nodes : Set.of();
  }

  @Override
  public void forget(PersonId person) {
    granted(new Wish.Forget(person));
  }

  @Override
  public Optional<Person> rename(PersonId person, Nick nick) {
    return changed(certain(new Wish.Rename(person, nick)));
  }

  @Override
  public void release(PersonId person, Nick nick) {
    granted(new Wish.Release(person, nick));
  }

  @Override
  public Optional<Person> change(Person before, Person after) {
    return changed(granted(new Wish.Change(before, after)));
  }

  private static Optional<Person> changed(Grant grant) {
    return grant instanceof Grant.Changed(var person) ? Optional.of(person) : Optional.empty();
  }

  // Who is given a nick was not given it by an owner that has been replaced.
  private Grant certain(Wish wish) {
    var grant = granted(wish);
    try {
      if (!vigil.awaitSure(patience)) {
        throw new NetworkException(new CutOff());
      }
      return grant;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetworkException(new NoAnswer());
    }
  }

  private Grant granted(Wish wish) {
    try {
      return wish(wish).get();
    } catch (ExecutionException e) {
      throw new NetworkException(calls.isOver() ? new CutOff() : new NoAnswer());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetworkException(new NoAnswer());
    }
  }

  private CompletableFuture<Grant> wish(Wish wish) {
    return calls.untilAnswered(
        AskDirectory.KEY,
        id -> owner.accept(new AskDirectory(id, node, wish)),
        patience,
        call -> call.completeExceptionally(new TimeoutException()));
  }
}
