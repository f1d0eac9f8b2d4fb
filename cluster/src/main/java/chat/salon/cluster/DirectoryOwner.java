package chat.salon.cluster;

import chat.salon.cluster.Message.AskDirectory;
import chat.salon.cluster.Message.Everybody;
import chat.salon.cluster.Message.Grant;
import chat.salon.cluster.Message.Granted;
import chat.salon.cluster.Message.Parcel;
import chat.salon.cluster.Message.Update;
import chat.salon.cluster.Message.Wish;
import chat.salon.cluster.Settings.Endpoint;
import chat.salon.core.Listing;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Register;
import chat.salon.core.port.Directory.Arrival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Props;
import org.jspecify.annotations.Nullable;

/// The one owner of the directory in the network, wherever it is. When it is made anew, after its
/// node has died, it asks every node who is there before it grants anything.
final class DirectoryOwner extends AbstractActor {
  private static final int TOGETHER = 500;

  private final Surroundings here;
  private final long term;
  private final Register register = new Register(this::changed);
  private final Map<PersonId, List<AskDirectory>> awaitingDeparture = new HashMap<>();
  private final Set<Early> early = new LinkedHashSet<>(); // who waits asks again and again
  private boolean isReady;

  /// What it needs of the node that it is on.
  interface Surroundings {
    /// A number greater than every earlier owner's.
    long nextTerm();

    Set<Integer> nodes();

    /// Asks every node who is there.
    CompletableFuture<List<Message.GatheredPeople>> gather();

    /// Sends to a node, this one included.
    void send(int node, Parcel parcel);

    /// Whether a node may wish so.
    ///
    /// @param place of the node that asks; null for this one
    Judgement judge(AskDirectory ask, @Nullable Endpoint place);

    /// Tells this actor of nodes that come and go: [Came] and [Lost].
    void watchNodes(org.apache.pekko.actor.ActorRef owner);
  }

  /// What is done with a wish.
  enum Judgement {
    GRANT,
    REFUSE,
    /// Nobody is known to have said it, or this owner may have been replaced.
    LEAVE_ASIDE
  }

  /// A node has come.
  record Came(int node) {}

  /// A node is no more.
  record Lost(int node) {}

  /// Who left is gone: one who waited for it is judged already.
  private record Again(AskDirectory ask) {}

  /// Asked before anything can be granted.
  private record Early(AskDirectory ask, @Nullable Endpoint place) {}

  /// Everybody's answer.
  private record Ready(List<Message.GatheredPeople> answers) {}

  DirectoryOwner(Surroundings here) {
    this.here = here;
    this.term = here.nextTerm();
  }

  static Props props(Surroundings here) {
    return Props.create(DirectoryOwner.class, () -> new DirectoryOwner(here));
  }

  @Override
  public void preStart() {
    here.watchNodes(getSelf());
    here.gather().thenAccept(answers -> getSelf().tell(new Ready(answers), getSelf()));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(Ready.class, this::begin)
        .match(AskDirectory.class, ask -> asked(ask, Agent.place(getSender())))
        .match(Again.class, again -> grant(again.ask()))
        .match(Came.class, came -> tellEverybody(came.node()))
        .match(Lost.class, lost -> lose(lost.node()))
        .build();
  }

  private void begin(Ready ready) {
    var nodes = new HashMap<PersonId, Set<Integer>>();
    var people = new HashMap<PersonId, Person>();
    for (var answer : ready.answers()) {
      for (var person : answer.people()) {
        people.put(person.id(), person);
        nodes.computeIfAbsent(person.id(), _ -> new HashSet<>()).add(answer.from());
      }
    }
    register.restore(
        people.values().stream()
            .map(person -> new Listing(person, nodes.getOrDefault(person.id(), Set.of())))
            .toList());
    isReady = true;
    here.nodes().forEach(this::tellEverybody);
    early.forEach(one -> asked(one.ask(), one.place()));
    early.clear();
  }

  private void tellEverybody(int node) {
    if (!isReady) {
      return;
    }
    var everybody = register.everybody();
    for (int from = 0; from == 0 || from < everybody.size(); from += TOGETHER) {
      int to = Math.min(from + TOGETHER, everybody.size());
      here.send(node, new Everybody(term, everybody.subList(from, to), to == everybody.size()));
    }
  }

  private void lose(int node) {
    register.lose(node);
    early.removeIf(one -> one.ask().from() == node);
  }

  private void changed(Listing now, boolean isGone) {
    here.nodes().forEach(node -> here.send(node, new Update(term, now, isGone)));
    var waiting = isGone ? awaitingDeparture.remove(now.person().id()) : null;
    if (waiting != null) {
      waiting.forEach(ask -> getSelf().tell(new Again(ask), getSelf()));
    }
  }

  private void asked(AskDirectory ask, @Nullable Endpoint place) {
    if (!isReady) {
      early.add(new Early(ask, place));
      return;
    }
    switch (here.judge(ask, place)) {
      case GRANT -> grant(ask);
      case REFUSE -> here.send(ask.from(), new Granted(ask.id(), new Grant.Gone()));
      case LEAVE_ASIDE -> {}
    }
  }

  private void grant(AskDirectory ask) {
    granted(ask).ifPresent(grant -> here.send(ask.from(), new Granted(ask.id(), grant)));
  }

  // Empty when the answer has to wait.
  private Optional<Grant> granted(AskDirectory ask) {
    return switch (ask.wish()) {
      case Wish.Enter(var who) -> enter(ask, who);
      case Wish.Leave(var person) ->
          Optional.of(new Grant.Left(register.leave(person, ask.from())));
      case Wish.Forget(var person) -> {
        register.forget(person);
        yield Optional.of(new Grant.Done());
      }
      case Wish.Release(var person, var nick) -> {
        register.release(person, nick);
        yield Optional.of(new Grant.Done());
      }
      case Wish.Rename(var person, var nick) -> Optional.of(changed(register.rename(person, nick)));
      case Wish.Change(var before, var after) ->
          Optional.of(changed(register.change(before, after)));
      case Wish.Everyone _ -> {
        tellEverybody(ask.from());
        yield Optional.of(new Grant.Done());
      }
    };
  }

  private static Grant changed(Optional<Person> person) {
    return person.<Grant>map(Grant.Changed::new).orElseGet(Grant.Gone::new);
  }

  private Optional<Grant> enter(AskDirectory ask, Person who) {
    return switch (register.enter(who, ask.from())) {
      case Arrival.Entered(var person, var isNew) -> Optional.of(new Grant.Entered(person, isNew));
      case Arrival.Taken _ -> Optional.of(new Grant.Taken());
      case Arrival.Leaving(var leaving) -> {
        var waiting = awaitingDeparture.computeIfAbsent(leaving, _ -> new ArrayList<>());
        waiting.removeIf(other -> other.id() == ask.id() && other.from() == ask.from());
        waiting.add(ask);
        yield Optional.empty();
      }
    };
  }
}
