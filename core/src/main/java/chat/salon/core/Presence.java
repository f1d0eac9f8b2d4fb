package chat.salon.core;

import chat.salon.core.Visit.Connected;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Somebody's sessions on this node, and the channels that they are on. Any thread.
public final class Presence {
  private final PersonId id;
  private final Instant since;
  private final CopyOnWriteArrayList<Session> sessions = new CopyOnWriteArrayList<>();
  // Of nearly everybody both are empty: they are copied when they change.
  private volatile Map<Session, Availability> said = Map.of();
  private volatile Ties ties = Ties.NONE;
  private volatile Map<ConversationId<?>, Long> markers = Map.of(); // of a guest
  private volatile Map<ConversationId<?>, Instant> early = Map.of();
  private final Set<ChannelName> channels = ConcurrentHashMap.newKeySet();
  private final Object changing = new Object();
  private final CompletableFuture<Void> departure = new CompletableFuture<>();
  private boolean isLeaving;
  private volatile Instant lastSpoke;
  private volatile long named;
  private final Tempo tempo = new Tempo();

  Presence(PersonId id, Instant since) {
    this.id = id;
    this.since = since;
    this.lastSpoke = since;
    this.named = id.value();
  }

  Presence(PersonId id, Instant since, Ties ties) {
    this(id, since);
    this.ties = ties;
  }

  public PersonId id() {
    return id;
  }

  /// When their first session came.
  public Instant since() {
    return since;
  }

  /// When they last said something, for idle times.
  public Instant lastSpoke() {
    return lastSpoke;
  }

  /// @param node the number of this node
  Visit visit(int node) {
    var addresses = sessions.stream().map(Session::address).distinct().toList();
    var connections =
        sessions.stream()
            .map(one -> new Connected(one.id(), one.address(), one.device(), node))
            .toList();
    return new Visit(since, lastSpoke, availability(), addresses, connections);
  }

  /// The availability of its most present session; null for one that never said anything.
  @Nullable Availability availability() {
    @Nullable Availability most = Availability.IDLE;
    for (var session : sessions) {
      most = Availability.mostPresent(said.get(session), most);
    }
    return most;
  }

  /// A session says how present it is.
  synchronized void available(Session session, Availability how) {
    if (sessions.contains(session)) {
      var now = new HashMap<>(said);
      now.put(session, how);
      said = Map.copyOf(now);
    }
  }

  /// In the order in which they came.
  public List<Session> sessions() {
    return List.copyOf(sessions);
  }

  /// The channels they are on, in no order; changes as they come and go.
  public Set<ChannelName> channels() {
    return Set.copyOf(channels);
  }

  int channelCount() {
    return channels.size();
  }

  /// How their account stands to others, as far as this node has heard.
  Ties ties() {
    return ties;
  }

  void ties(Ties now) {
    ties = now;
  }

  /// The id of the moment from which they have had their nick.
  long named() {
    return named;
  }

  void named(long since) {
    named = since;
  }

  /// How often they did something a moment ago.
  Tempo tempo() {
    return tempo;
  }

  void spokeAt(Instant when) {
    lastSpoke = when;
  }

  /// @return false when the last session has left, and the person with it
  synchronized boolean add(Session session) {
    return !isLeaving && sessions.addIfAbsent(session);
  }

  boolean has(Session session) {
    return sessions.contains(session);
  }

  /// @return whether that was the last one
  synchronized boolean remove(Session session) {
    if (said.containsKey(session)) {
      var now = new HashMap<>(said);
      now.remove(session);
      said = Map.copyOf(now);
    }
    boolean isLast = sessions.remove(session) && sessions.isEmpty();
    isLeaving |= isLast;
    return isLast;
  }

  /// Held while what is shown of them changes, which may wait for another node: of all their
  /// sessions here, one changes something at a time.
  Object changing() {
    return changing;
  }

  /// The person is gone from this node.
  void departed() {
    departure.complete(null);
  }

  /// Waits until they are gone, or so long.
  void awaitDeparture(Duration most) {
    try {
      departure.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // who asked looks again
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// How far a guest has read; 0 for not at all.
  long marker(ConversationId<?> where) {
    return markers.getOrDefault(where, 0L);
  }

  /// Returns the marker as it is then. Of more conversations than these none is kept.
  synchronized long raiseMarker(ConversationId<?> where, long upTo, int most) {
    if (markers.size() >= most && !markers.containsKey(where)) {
      return 0;
    }
    var now = new HashMap<>(markers);
    long raised = now.merge(where, upTo, Math::max);
    markers = Map.copyOf(now);
    return raised;
  }

  /// Up to which moment before the first of all ids they said that they have read; empty for none.
  public Optional<Instant> early(ConversationId<?> where) {
    return Optional.ofNullable(early.get(where));
  }

  /// They have read up to such a moment: it only goes up. Of more conversations than these none is
  /// kept.
  public synchronized void early(ConversationId<?> where, Instant upTo, int most) {
    if (early.size() < most || early.containsKey(where)) {
      var now = new HashMap<>(early);
      now.merge(where, upTo, (one, other) -> one.isAfter(other) ? one : other);
      early = Map.copyOf(now);
    }
  }

  void entered(ChannelName channel) {
    channels.add(channel);
  }

  void left(ChannelName channel) {
    channels.remove(channel);
  }
}
