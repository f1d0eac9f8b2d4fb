package chat.salon.core;

import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Witness;
import chat.salon.core.request.LoseNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What this node knows of channels that other nodes own and its own people are in: it takes what
/// the owners carry here, keeps a copy of each channel by it, and hands it to the audience. What an
/// earlier owner has under way when a later one has taken over is left out. What comes from one
/// node is handed in by one thread at a time, which may wait for the disk.
public final class Follower {
  private final Map<ChannelName, Followed> channels = new ConcurrentHashMap<>();
  private final Audience audience;
  private final CatchUp catchUp;
  private final PrivateTalk privateTalk;
  private final Stamps stamps;
  private final Supplier<Limits> limits;
  private final int node;

  /// @param unanswered what sessions of this node have asked
  /// @param node the number of this node
  /// @param names of nodes, also of those that were lost
  public Follower(
      Audience audience,
      MessageLog log,
      Stamps stamps,
      Unanswered unanswered,
      Supplier<Limits> limits,
      int node,
      IntFunction<String> names) {
    this.audience = audience;
    this.catchUp = new CatchUp(log, stamps, unanswered, node, names);
    this.privateTalk = new PrivateTalk(audience, catchUp);
    this.stamps = stamps;
    this.limits = limits;
    this.node = node;
  }

  /// One channel; its lock is held while something of it is handed to the audience.
  private static final class Followed {
    private @Nullable ChannelState state;
    private long epoch;
    private long upTo;
    private int owner;
    private long owned; // the epoch of that owner

    // An epoch has one owner.
    boolean isAnothers(int other, long since) {
      return state != null && owned == since && owner != other;
    }
  }

  /// A channel as its owner has it. Whatever happened since this node was last told, its people are
  /// shown now.
  ///
  /// @param owner the number of its node
  /// @return false when another node has been its owner in the same epoch, and nothing is taken
  /// @throws StoreException the log could not be read
  public boolean follow(ChannelSnapshot snapshot, int owner) {
    var head = snapshot.settings().head();
    var name = snapshot.settings().name();
    var followed = channels.computeIfAbsent(name, _ -> new Followed());
    synchronized (followed) {
      if (followed.isAnothers(owner, head.epoch())) {
        return false;
      }
      if (head.epoch() < followed.epoch) {
        return true;
      }
      var now = ChannelState.of(snapshot, limits);
      if (followed.state != null) {
        audience.deliver(catchUp.missed(followed.state, followed.upTo, now, head.lastId()));
      }
      followed.epoch = head.epoch();
      followed.upTo = head.lastId();
      followed.owner = owner;
      followed.owned = head.epoch();
      publish(name, followed, now);
      return true;
    }
  }

  /// What became of what an owner had for this node.
  public enum Carried {
    TAKEN,
    /// This node does not have what went before it, and should ask to follow anew.
    LOST_TRACK,
    /// Another node has been the owner in that epoch, so nothing is taken.
    NOT_ITS_OWN
  }

  /// What an owner has for this node.
  ///
  /// @param owner the number of its node
  public Carried carry(long epoch, List<Delivery> deliveries, int owner) {
    if (!(deliveries.getFirst().event().where() instanceof ChannelName name)) {
      privateTalk.carry(deliveries);
      return Carried.TAKEN;
    }
    var followed = channels.get(name);
    if (followed == null) {
      boolean isForSome = deliveries.stream().allMatch(delivery -> delivery.only() != null);
      if (isForSome) { // an invitation to somebody outside
        audience.deliver(deliveries);
      }
      return isForSome ? Carried.TAKEN : Carried.LOST_TRACK;
    }
    synchronized (followed) {
      if (followed.isAnothers(owner, epoch)) {
        return Carried.NOT_ITS_OWN;
      }
      if (epoch < followed.epoch) {
        return Carried.TAKEN; // and left out
      }
      if (epoch > followed.epoch || followed.state == null) {
        return Carried.LOST_TRACK;
      }
      var state = followed.state;
      for (var delivery : deliveries) {
        state = after(state, delivery.event());
        followed.upTo =
            Math.max(followed.upTo, delivery.event().isKept() ? delivery.event().stamp().id() : 0);
      }
      audience.deliver(deliveries);
      publish(name, followed, state);
      return Carried.TAKEN;
    }
  }

  private static ChannelState after(ChannelState before, Event event) {
    if (!before.isChangedBy(event)) {
      return before;
    }
    var state = before.copy();
    state.apply(event);
    return state;
  }

  private void publish(ChannelName name, Followed followed, ChannelState state) {
    boolean isAwaited = followed.state == null; // the first of its people is about to come in
    followed.state = state;
    if (!isAwaited && !state.nodes().contains(node)) {
      channels.remove(name, followed);
    }
  }

  /// A channel as far as this node has been told.
  public Optional<ChannelState> look(ChannelName name) {
    return Optional.ofNullable(channels.get(name))
        .map(followed -> {
          synchronized (followed) {
            return followed.state;
          }
        });
  }

  /// The channels of which their owners ought to have lifted a ban before a moment: none may own
  /// them just now.
  public List<ChannelName> overdue(Instant moment) {
    return channels().stream()
        .filter(channel -> channel.firstEnd().filter(moment::isAfter).isPresent())
        .map(ChannelState::name)
        .toList();
  }

  /// All channels that this node follows, in no order.
  public Collection<ChannelState> channels() {
    var states = new ArrayList<ChannelState>();
    channels.keySet().forEach(name -> look(name).ifPresent(states::add));
    return states;
  }

  /// The channels whose owner was last seen on a node.
  public List<ChannelName> ownedBy(int owner) {
    var names = new ArrayList<ChannelName>();
    channels.forEach((name, followed) -> {
      synchronized (followed) {
        if (followed.owner == owner) {
          names.add(name);
        }
      }
    });
    return names;
  }

  /// The channels that somebody is on, as far as this node follows them.
  public List<ChannelName> channelsOf(PersonId person) {
    return channels().stream()
        .filter(channel -> channel.has(person))
        .map(ChannelState::name)
        .toList();
  }

  /// A node is no more. Who was only there has gone from the channels that it owned; those of other
  /// owners tell that themselves.
  ///
  /// @param near the name of this node
  /// @param far its name
  /// @return the channels that it owned
  public List<ChannelName> lose(int lost, String near, String far) {
    var names = ownedBy(lost);
    var loss = new LoseNode(lost, near, far);
    for (var name : names) {
      var followed = channels.get(name);
      if (followed != null) {
        synchronized (followed) {
          lose(name, followed, loss);
        }
      }
    }
    return names;
  }

  private void lose(ChannelName name, Followed followed, LoseNode loss) {
    var state = followed.state;
    if (state != null
        && loss.decide(state, Actor.SERVER, new Stamp(stamps.next(), 0))
            instanceof Outcome.Done(var events, _)) {
      var before = state;
      for (var event : events) {
        state = after(state, event);
      }
      var now = state;
      audience.deliver(
          events.stream()
              .map(event -> new Delivery(event, null, Auditorium.only(event, before, now)))
              .toList());
      publish(name, followed, state);
    }
  }

  /// What a new owner needs to know of this node's people. From here on, nothing of an earlier one
  /// is taken.
  ///
  /// @param epoch of the new owner
  public Witness witness(ChannelName name, long epoch) {
    var followed = channels.get(name);
    if (followed == null) {
      return new Witness(node, 0, List.of());
    }
    synchronized (followed) {
      var state = followed.state;
      followed.epoch = Math.max(followed.epoch, epoch);
      if (state == null) {
        return new Witness(node, 0, List.of());
      }
      var here =
          state.members().stream()
              .filter(member -> audience.presence(member.person().id()) != null)
              .map(member -> member.onNodes(Set.of(node)))
              .toList();
      return new Witness(node, followed.upTo, here);
    }
  }
}
