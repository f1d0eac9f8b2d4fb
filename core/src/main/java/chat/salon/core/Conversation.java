package chat.salon.core;

import chat.salon.core.Event.Asking;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.Refusal.NotStored;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Head;
import chat.salon.core.port.Keyed;
import chat.salon.core.port.Mention;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Relay;
import chat.salon.core.port.StoredChannel;
import chat.salon.core.port.Succession;
import chat.salon.core.request.FollowAnew;
import chat.salon.core.request.OnMessage;
import chat.salon.core.request.Rename;
import chat.salon.core.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The single owner of one conversation: a mailbox, and a virtual thread that works through it
/// while it is non-empty. Each turn takes what is in the mailbox and, in this order, decides it,
/// has it stored by one append, publishes the new state, and delivers. What comes during an append
/// is the next turn's.
///
/// @param <S> what it decides on
abstract class Conversation<S extends ConversationState> {
  private static final int MOST_A_TURN = 512;
  private static final Duration STALE = Duration.ofSeconds(3);

  private final ConversationId<S> id;
  private final Host host;
  private final ArrayDeque<Asked<S>> mailbox = new ArrayDeque<>();
  private final Map<Sender, CompletableFuture<Outcome>> underWay = new HashMap<>(); // by its lock
  private boolean isRunning;
  private boolean isRetired;
  private @Nullable CompletableFuture<Void> release;
  private volatile long lastTurn = System.nanoTime();
  private volatile @Nullable S published;
  private long staleSince;
  private Head head = Head.START;
  private boolean isInDoubt; // whether the head is that of the store
  // Facts that were told while the store could keep nothing: it hears of them with the next batch.
  private final List<Event> owed = new ArrayList<>();
  private final Alarm alarm = new Alarm(this::wake);

  /// What a conversation needs of the node that it is on.
  ///
  /// @param retired told of a conversation that has nothing left to own: it is to be forgotten, and
  ///   made anew when asked for
  record Host(
      MessageLog log,
      Stamps stamps,
      Directory directory,
      Relay relay,
      Succession succession,
      Supplier<Limits> limits,
      Consumer<Conversation<?>> retired) {}

  /// A request that waits for its turn.
  private record Asked<S extends ConversationState>(
      Actor actor,
      Request<? super S> request,
      @Nullable Origin origin,
      @Nullable IdempotencyKey key,
      CompletableFuture<Outcome> answer) {
    Sender sender(IdempotencyKey itsKey) {
      return new Sender(Pair.party(actor.person()), itsKey.text());
    }
  }

  /// Who asked something, and by which of their keys it is known.
  private record Sender(String party, String key) {}

  /// A request and what became of it.
  ///
  /// @param isOld whether that was in the log before
  private record Decided<S extends ConversationState>(
      Asked<S> asked, Outcome outcome, boolean isOld) {
    List<Event> events() {
      return !isOld && outcome instanceof Done(var events, _) ? events : List.of();
    }
  }

  /// What the store has of it.
  record Loaded<S>(S state, Head head) {}

  Conversation(ConversationId<S> id, Host host) {
    this.id = id;
    this.host = host;
  }

  /// How far it has come in the store.
  abstract Head stored();

  /// Takes the conversation over and reads what the store has; called by the first turn.
  abstract Loaded<S> load();

  /// The head as it is with this state.
  abstract Head head(Head before, S state);

  /// How the store is to keep the state; null when there is nothing but the log.
  abstract @Nullable StoredChannel stored(S state, Head head);

  /// What becomes of a request, with what the owner looks up for it.
  Outcome decide(Request<? super S> request, S state, Actor actor, Stamp stamp) {
    return request.decide(state, actor, stamp);
  }

  /// The nodes that follow this state.
  abstract Set<Integer> nodes(S state);

  /// What a node that begins to follow this state is to know of it; null for nothing.
  abstract @Nullable ChannelSnapshot snapshot(S state, Head head);

  /// What an earlier owner stored a moment ago and may not have told everybody; those who follow
  /// the state find that out by themselves.
  abstract List<Delivery> untold();

  /// From which id on the actor may read.
  abstract long readableFrom(S state, Actor actor);

  /// The accounts that a message mentions.
  abstract Set<AccountName> mentions(Said said, S state);

  /// When it has something to do that nobody asks for; null for never.
  abstract @Nullable Instant due(S state);

  /// What it does then.
  abstract Request<? super S> duty();

  /// Whether there is nothing to own now.
  abstract boolean isOver(S state);

  ConversationId<S> id() {
    return id;
  }

  boolean isRetired() {
    synchronized (mailbox) {
      return isRetired;
    }
  }

  /// The state as of the last turn that is on disk; null before the first.
  @Nullable S published() {
    return published;
  }

  /// Puts a request into the mailbox. Any thread, never waits.
  ///
  /// @param key by which it is done once, however often it is asked; null for what is asked once
  /// @return null when this conversation has been retired: its successor is to be asked
  @Nullable CompletableFuture<Outcome> ask(
      Actor actor,
      Request<? super S> request,
      @Nullable Origin origin,
      @Nullable IdempotencyKey key) {
    var asked = new Asked<S>(actor, request, origin, key, new CompletableFuture<>());
    var answer = asked.answer();
    synchronized (mailbox) {
      if (isRetired) {
        return null;
      }
      var same = key == null ? null : underWay.get(asked.sender(key));
      if (same != null) {
        return same;
      }
      if (mailbox.size() >= host.limits().get().mailbox() && !request.isFact()) {
        answer.complete(new Refused(new Busy(id.toString())));
        return answer;
      }
      mailbox.add(asked);
      if (key != null) {
        underWay.put(asked.sender(key), answer);
      }
      if (!isRunning) {
        isRunning = true;
        Thread.ofVirtual().name("conversation ", 0).start(this::run);
      }
    }
    if (key != null) {
      answer.whenComplete((_, _) -> answered(asked.sender(key)));
    }
    return answer;
  }

  // When it has been retired meanwhile, there is nothing to do or its successor does it.
  private void wake() {
    var _ = ask(Actor.SERVER, duty(), null, null);
  }

  // From here on it is found in the log.
  private void answered(Sender sender) {
    synchronized (mailbox) {
      underWay.remove(sender);
    }
  }

  /// Forgets a conversation that has had no turn since then; see [System#nanoTime()].
  void retireIfIdleSince(long nanoTime) {
    synchronized (mailbox) {
      if (!isRunning && lastTurn - nanoTime < 0) {
        isRetired = true;
      }
    }
    if (isRetired()) {
      retire();
    }
  }

  private void run() {
    for (var turn = next(); !turn.isEmpty(); turn = next()) {
      lastTurn = System.nanoTime();
      try {
        take(turn);
        setAlarm();
      } catch (RuntimeException | Error fault) { // the next turn may be a better one
        turn.forEach(asked -> asked.answer().completeExceptionally(fault));
        var thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
      }
    }
  }

  // What is due is done before anything else is decided, however late the alarm is.
  private void beginWithDuty(S state, List<Asked<S>> turn) {
    var due = turn.getFirst().request() instanceof Rename ? null : due(state);
    if (due != null && !due.isAfter(host.stamps().now())) {
      turn.addFirst(new Asked<>(Actor.SERVER, duty(), null, null, new CompletableFuture<>()));
    }
  }

  private void setAlarm() {
    var due = published == null ? null : due(published);
    if (due != null) {
      alarm.set(Duration.between(host.stamps().now(), due));
    }
  }

  private List<Asked<S>> next() {
    var turn = new ArrayList<Asked<S>>();
    boolean isOver = owed.isEmpty() && (published == null || isOver(published));
    synchronized (mailbox) {
      while (turn.size() < MOST_A_TURN && !mailbox.isEmpty()) {
        boolean isAlone = mailbox.peek().request() instanceof Rename;
        if (isAlone && !turn.isEmpty()) {
          break;
        }
        turn.add(mailbox.poll());
        if (isAlone) { // what comes after it is another conversation's
          break;
        }
      }
      if (turn.isEmpty()) {
        isRunning = false;
        isRetired = isOver || release != null;
      }
    }
    if (turn.isEmpty() && isRetired()) {
      retire();
    }
    return turn;
  }

  /// Ends the ownership: what was asked before is still decided, what is asked later is not.
  ///
  /// @return done when the last turn is over
  CompletableFuture<Void> release() {
    var end = new CompletableFuture<Void>();
    synchronized (mailbox) {
      if (release != null) {
        return release;
      }
      release = end;
      if (isRunning) {
        return end;
      }
      isRetired = true;
    }
    retire();
    return end;
  }

  private void retire() {
    host.retired().accept(this);
    CompletableFuture<Void> end;
    synchronized (mailbox) {
      end = release;
    }
    if (end != null) {
      end.complete(null);
    }
  }

  private void take(List<Asked<S>> turn) {
    var before = published;
    if (before == null) {
      try {
        before = reload();
      } catch (StoreException _) {
        turn.forEach(asked -> asked.answer().complete(notStored()));
        return;
      }
    }
    beginWithDuty(before, turn);
    Working working;
    List<Decided<S>> decided;
    try {
      if (isInDoubt) {
        findHead();
      }
      working = new Working(before, head);
      decided = turn.stream().map(working::decideOnce).toList();
      if (!working.toStore.isEmpty() || !owed.isEmpty()) {
        host.log().append(working.batch());
        owed.clear();
      }
    } catch (StaleOwnerException _) {
      isStale(turn);
      return;
    } catch (StoreException _) {
      isInDoubt = true;
      working = new Working(before, head);
      decided = withoutStore(turn, working);
      decided.forEach(one -> one.events().stream().filter(Conversation::isOwed).forEach(owed::add));
    }
    publish(working, before, decided);
  }

  // What an earlier owner, or this one, stored of something that is asked again.
  private Optional<Event> inLog(Asked<S> asked) {
    var key = asked.key();
    if (key == null || !key.isRepeated()) {
      return Optional.empty();
    }
    var sender = asked.sender(key);
    return host.log()
        .find(id, sender.party(), sender.key())
        .map(event -> FromLog.by(asked.actor().person(), event));
  }

  // Somebody else owns this now, and nothing of what is known here holds. This node learns of it by
  // itself; should it be the owner after all, it takes over again.
  private void isStale(List<Asked<S>> turn) {
    published = null;
    owed.clear();
    staleSince = System.nanoTime();
    turn.forEach(asked -> asked.answer().complete(new Refused(new Busy(id.toString()))));
  }

  private S reload() {
    if (staleSince != 0 && System.nanoTime() - staleSince < STALE.toNanos()) {
      throw new StaleOwnerException("Another node has taken over " + id + '.');
    }
    var loaded = load();
    var untold = untold();
    host.stamps().raise(loaded.head().lastId());
    head = loaded.head();
    published = loaded.state();
    for (int node : nodes(loaded.state())) {
      follow(node, loaded.state(), head);
    }
    tell(untold);
    return loaded.state();
  }

  private void tell(List<Delivery> untold) {
    var perNode = new HashMap<Integer, List<Delivery>>();
    for (var delivery : untold) {
      var people = delivery.only();
      for (int node : people == null ? Set.<Integer>of() : nodes(people)) {
        perNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(delivery);
      }
    }
    perNode.forEach((node, deliveries) -> host.relay().carry(node, head.epoch(), deliveries));
  }

  // What a store refused may be in it all the same, when it lost its database in the middle. A head
  // of another epoch is not ours: the store will refuse what we append.
  private void findHead() {
    var found = stored();
    host.stamps().raise(found.lastId());
    if (found.epoch() == head.epoch()) {
      head = new Head(found.lastId(), found.lastSeq(), head.opened(), head.isOpen(), head.epoch());
    }
    isInDoubt = false;
  }

  private void follow(int node, S state, Head head) {
    var snapshot = snapshot(state, head);
    if (snapshot != null) {
      host.relay().follow(node, snapshot);
    }
  }

  // Nothing is on disk, so nobody is shown anything but the facts, which are so all the same.
  private List<Decided<S>> withoutStore(List<Asked<S>> turn, Working working) {
    working.isKept = false;
    return turn.stream()
        .map(asked ->
            asked.request().isFact()
                ? working.decide(asked)
                : new Decided<>(asked, notStored(), false))
        .toList();
  }

  private Refused notStored() {
    return new Refused(new NotStored(id.toString()));
  }

  private void publish(Working working, S before, List<Decided<S>> decided) {
    var headBefore = head;
    published = working.state;
    head = working.head();
    deliver(decided, before, headBefore, working.state);
    if (working.isGivenAway()) {
      published = null; // whoever is asked next finds nothing under this name
      head = Head.START;
    }
    for (var one : decided) {
      one.events().forEach(this::delivered);
      if (one.asked().request() instanceof FollowAnew(var node)) {
        follow(node, working.state, head);
      }
      one.asked().answer().complete(one.outcome());
    }
  }

  /// An event has been handed to all whom it is for.
  abstract void delivered(Event event);

  private void deliver(List<Decided<S>> decided, S before, Head headBefore, S after) {
    var followers = nodes(before);
    var everywhere = new HashSet<>(followers);
    if (!after.equals(before)) {
      everywhere.addAll(nodes(after));
    }
    decided.forEach(one -> one.events().forEach(event -> everywhere.addAll(visited(event))));
    for (int node : everywhere) {
      if (!followers.contains(node)) {
        follow(node, before, headBefore);
      }
    }
    var perNode = new HashMap<Integer, List<Delivery>>();
    for (var one : decided) {
      for (var event : one.events()) {
        var only = only(event, before, after, one.asked().actor());
        var delivery = new Delivery(event, one.asked().origin(), only);
        for (int node : concerned(event, only, before, everywhere)) {
          perNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(delivery);
        }
      }
    }
    perNode.forEach((node, deliveries) -> host.relay().carry(node, head.epoch(), deliveries));
  }

  // What changes the state goes wherever it is followed, though only some may be shown it.
  private Set<Integer> concerned(
      Event event, @Nullable Set<PersonId> only, S state, Set<Integer> everywhere) {
    if (only == null) {
      return everywhere;
    }
    var nodes = nodes(only);
    if (state.isChangedBy(event)) {
      nodes.addAll(everywhere);
    }
    return nodes;
  }

  // Who came and went within the turn was there neither before nor after it.
  private static Set<Integer> visited(Event event) {
    return event instanceof Joined joined ? joined.nodes() : Set.of();
  }

  private Set<Integer> nodes(Set<PersonId> people) {
    var nodes = new HashSet<Integer>();
    for (var person : people) {
      nodes.addAll(host.directory().nodes(person));
    }
    return nodes;
  }

  /// The people an event is for; null for all who are in the conversation.
  ///
  /// @param before the state when the turn began
  /// @param after the state when it had ended
  /// @param by whose request led to it
  abstract @Nullable Set<PersonId> only(Event event, S before, S after, Actor by);

  /// The state while a turn decides: published when what it decided is on disk.
  private final class Working {
    private S state;
    private boolean isCopy;
    private long lastId;
    private long lastSeq;
    private boolean isKept = true;
    private final Head before;
    private final List<Event> toStore = new ArrayList<>();
    private final List<Keyed> keyed = new ArrayList<>();
    private final LookedUp messages = new LookedUp(id, host.log());
    private final List<Mention> mentions = new ArrayList<>();

    Working(S state, Head head) {
      this.state = state;
      this.before = head;
      this.lastId = head.lastId();
      this.lastSeq = head.lastSeq();
    }

    Decided<S> decideOnce(Asked<S> asked) {
      return inLog(asked)
          .map(event -> new Decided<>(asked, Done.of(event), true))
          .orElseGet(() -> decide(asked));
    }

    Decided<S> decide(Asked<S> asked) {
      var stamp = new Stamp(host.stamps().next(asked.request().stamps()), isKept ? lastSeq + 1 : 0);
      var outcome = outcome(asked, stamp);
      if (outcome instanceof Done(var events, _)) {
        events.forEach(event -> apply(event, asked.actor()));
        var key = asked.key();
        if (key != null) {
          events.stream()
              .filter(Event::isKept)
              .findFirst()
              .ifPresent(event -> keep(event, asked.sender(key)));
        }
      }
      return new Decided<>(asked, outcome, false);
    }

    private void keep(Event event, Sender sender) {
      keyed.add(new Keyed(event.stamp().id(), sender.party(), sender.key()));
    }

    // A fault of one request is nobody else's.
    private Outcome outcome(Asked<S> asked, Stamp stamp) {
      try {
        return asked.request() instanceof OnMessage about
            ? outcome(about, asked.actor(), stamp)
            : Conversation.this.decide(asked.request(), state, asked.actor(), stamp);
      } catch (StoreException _) {
        return notStored();
      } catch (RuntimeException fault) {
        asked.answer().completeExceptionally(fault);
        return Done.NOTHING;
      }
    }

    private Outcome outcome(OnMessage request, Actor actor, Stamp stamp) {
      var said = messages.find(request.message());
      boolean mayRead =
          actor.person().isServer() || request.message() >= readableFrom(state, actor);
      return said.isPresent() && mayRead
          ? request.decide(state, said.get(), () -> messages.pinned(state.opened()), actor, stamp)
          : request.decide(state, actor, stamp);
    }

    @SuppressWarnings("unchecked") // a copy of an S is an S
    private void apply(Event event, Actor by) {
      if (event.isKept()) {
        lastId = event.stamp().id();
        lastSeq = event.stamp().seq();
        mention(event, by);
      }
      if (event.isKept() || changesWhatIsStored(event)) {
        toStore.add(event);
        if (event instanceof Later later) {
          messages.apply(later);
        }
      }
      if (state.isChangedBy(event)) {
        if (!isCopy) {
          state = (S) state.copy();
          isCopy = true;
        }
        state.apply(event);
      }
    }

    private void mention(Event event, Actor by) {
      if (event instanceof Said said) {
        var mentioned = heard(mentions(said, state), by);
        if (!mentioned.isEmpty()) {
          mentions.add(new Mention(said.stamp().id(), mentioned, Set.of()));
        }
      } else if (event instanceof Edited edited) {
        messages.find(edited.about().id()).ifPresent(said -> mentionAnew(said, edited, by));
      }
    }

    // Who came or went since it was said may be mentioned already, or no more.
    private void mentionAnew(Said said, Edited edited, Actor by) {
      var mentioned = heard(mentions(said.after(edited), state), by);
      var former = new HashSet<>(mentioned);
      former.addAll(mentions(said, state));
      if (!former.isEmpty()) {
        mentions.add(new Mention(said.stamp().id(), mentioned, former));
      }
    }

    private Set<AccountName> heard(Set<AccountName> mentioned, Actor by) {
      var heard = new HashSet<>(mentioned);
      heard.removeAll(by.unheardBy());
      return heard;
    }

    Head head() {
      return Conversation.this.head(
          new Head(lastId, lastSeq, before.opened(), before.isOpen(), before.epoch()), state);
    }

    // The channel has been given away under another name: see Rename.
    boolean isGivenAway() {
      return !toStore.isEmpty() && toStore.getLast() instanceof Renamed;
    }

    // It stays as it is, and nobody writes what is left under this name.
    private Batch givenAway() {
      var head = new Head(lastId, lastSeq, before.opened(), before.isOpen(), before.epoch());
      return new Batch(id, head, List.copyOf(toStore), null);
    }

    Batch batch() {
      if (isGivenAway()) {
        return givenAway();
      }
      var head = head();
      var events = new ArrayList<>(owed);
      events.addAll(toStore);
      boolean isChanged = isCopy || !owed.isEmpty();
      return new Batch(
          id,
          head,
          List.copyOf(events),
          isChanged ? stored(state, head) : null,
          List.copyOf(keyed),
          List.copyOf(mentions));
    }
  }

  // What the store must hear of a fact that was told while it could not keep anything.
  private static boolean isOwed(Event event) {
    return event instanceof Left || event instanceof Quit || changesMembership(event);
  }

  // Beside what is in the log.
  private static boolean changesWhatIsStored(Event event) {
    return event instanceof Asking
        || event instanceof Renamed
        || event instanceof Moved
        || event instanceof MetadataSet
        || changesMembership(event);
  }

  private static boolean changesMembership(Event event) {
    return event instanceof PersonChanged(_, _, var before, var after, _)
        && !Objects.equals(before.account(), after.account());
  }

  /// Those who are told of an invitation: who is invited, and who may invite.
  static Set<PersonId> concerned(Invited invited, ChannelState channel) {
    var people = new HashSet<PersonId>();
    people.add(invited.who().id());
    for (var member : channel.members()) {
      if (!channel.has(Flag.INVITE_ONLY) || member.ranks().atLeast(Rank.HALFOP)) {
        people.add(member.person().id());
      }
    }
    return people;
  }
}
