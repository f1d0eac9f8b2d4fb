package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.Split;
import chat.salon.core.Person.Standing;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Head;
import chat.salon.core.port.StoredChannel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people of a node are shown when another owner takes over a channel.
final class FollowerTest {
  private static final int HERE = 1;
  private static final int THERE = 2;
  private static final ChannelName TEA = Cast.channel("#tea");

  private final Stamps stamps = new Stamps(InstantSource.system(), HERE);
  private final MemoryStore store = new MemoryStore();
  private final Audience audience = new Audience(HERE, () -> Limits.DEFAULT);
  private final Follower follower =
      new Follower(
          audience,
          store,
          stamps,
          new Unanswered(),
          () -> Limits.DEFAULT,
          HERE,
          node -> "node" + node);
  private final Member alice = member("alice", HERE);
  private final Member bob = member("bob", THERE);
  private final List<Event> seen = new ArrayList<>();

  FollowerTest() {
    var presence = new Presence(alice.person().id(), Instant.now());
    presence.add(new Reader());
    audience.arrive(presence);
    follower.follow(channel(1, 0, alice, bob), THERE);
    audience.deliver(List.of(new Delivery(joined(alice), null, null)));
    seen.clear();
  }

  @Test
  void who_went_with_a_node_is_lost_though_nobody_has_told_of_the_loss() {
    follower.follow(channel(2, 0, alice), HERE);
    assertThat(seen)
        .singleElement()
        .isInstanceOfSatisfying(
            Split.class,
            split -> {
              assertThat(split.gone()).containsExactly(bob.person());
              assertThat(split.near() + ' ' + split.far()).isEqualTo("node1 node2");
            });
  }

  @Test
  void who_has_left_by_the_log_has_left() {
    var left = new Left(new Stamp(stamps.next(), 1), TEA, bob.person(), "tea is cold");
    long last = left.stamp().id();
    store.append(new Batch(TEA, new Head(last, 1, 0, true, 0), List.of(left), null));
    follower.follow(channel(2, last, alice), HERE);
    assertThat(seen).containsExactly(left);
  }

  private Member member(String nick, int node) {
    var id = new PersonId(stamps.next());
    var who = new Person(id, Cast.nick(nick), "~u", "host", nick, null, null, Standing.PLAIN);
    return new Member(who, Ranks.NONE, Instant.now(), Set.of(node));
  }

  private Joined joined(Member member) {
    var stamp = new Stamp(stamps.next(), 0);
    return new Joined(stamp, TEA, member.person(), member.ranks(), member.nodes());
  }

  private static ChannelSnapshot channel(long epoch, long last, Member... members) {
    var head = new Head(last, 0, 0, true, epoch);
    var settings =
        new StoredChannel(
            TEA, head, Instant.EPOCH, null, Set.of(), null, 0, Map.of(), Map.of(), null);
    return new ChannelSnapshot(settings, List.of(members), Set.of(), 0);
  }

  /// The session of alice.
  private final class Reader implements Session {
    @Override
    public long id() {
      return alice.person().id().value();
    }

    @Override
    public String address() {
      return "192.0.2.1";
    }

    @Override
    public void deliver(Delivery delivery) {
      seen.add(delivery.event());
    }
  }
}
