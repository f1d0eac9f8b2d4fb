package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Returned;
import chat.salon.core.Event.Split;
import chat.salon.core.Person.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who comes back after the loss of a node.
final class AudienceTest {
  private static final ChannelName TEA = Cast.channel("#tea");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final int IN_TIME = Limits.DEFAULT.netjoinSeconds();

  private final Audience audience = new Audience(1, () -> Limits.DEFAULT);
  private final Reader alice = new Reader("alice");

  AudienceTest() {
    alice.arrive(0);
    audience.deliver(List.of(alice.joins(0)));
  }

  @Test
  void who_is_back_from_a_lost_node_is_shown_together_with_the_others() {
    var bob = new Reader("bob");
    var carol = new Reader("carol");
    lose(10, bob, carol);
    bob.arrive(20);
    carol.arrive(20);

    audience.deliver(List.of(bob.joins(20), carol.joins(21)));

    assertThat(alice.seen.getLast())
        .isInstanceOfSatisfying(
            Returned.class,
            returned -> {
              assertThat(returned.near() + ' ' + returned.far()).isEqualTo("near far");
              assertThat(returned.back())
                  .containsExactly((Joined) bob.seen.getFirst(), (Joined) carol.seen.getFirst());
            });
    assertThat(bob.seen).hasSize(2).allMatch(Joined.class::isInstance); // was not there before
    assertThat(carol.seen).hasSize(1);
  }

  @Test
  void who_comes_again_later_comes_by_themselves() {
    var bob = new Reader("bob");
    lose(10, bob);
    bob.arrive(20);
    audience.deliver(List.of(bob.joins(20)));
    assertThat(alice.seen.getLast()).isInstanceOf(Returned.class);
    audience.deliver(List.of(bob.leaves(30)));
    audience.deliver(List.of(bob.joins(40)));
    assertThat(alice.seen.getLast()).isInstanceOf(Joined.class);
  }

  @Test
  void who_was_only_believed_lost_is_seen_to_go() {
    var bob = new Reader("bob");
    bob.arrive(5);
    audience.deliver(List.of(bob.joins(5)));
    lose(0, bob); // as they are, without another id
    audience.deliver(List.of(bob.joins(20)));
    audience.deliver(List.of(bob.quits(30)));
    assertThat(alice.seen.getLast()).isInstanceOf(Event.Quit.class);
  }

  @Test
  void who_comes_back_too_late_comes_by_themselves() {
    var bob = new Reader("bob");
    var carol = new Reader("carol");
    lose(10, bob, carol);
    audience.deliver(List.of(bob.joins(10 + IN_TIME - 1)));
    assertThat(alice.seen.getLast()).isInstanceOf(Returned.class);
    audience.deliver(List.of(carol.joins(10 + IN_TIME)));
    assertThat(alice.seen.getLast()).isInstanceOf(Joined.class);
  }

  @Test
  void who_was_not_lost_comes_by_themselves() {
    var bob = new Reader("bob");
    var carol = new Reader("carol");
    lose(10, bob);
    audience.deliver(List.of(carol.joins(20), bob.joins(21)));
    assertThat(alice.seen.subList(alice.seen.size() - 2, alice.seen.size()))
        .extracting(event -> (Object) event.getClass())
        .containsExactly(Joined.class, Returned.class);
  }

  private void lose(int second, Reader... readers) {
    var gone = Arrays.stream(readers).map(reader -> reader.person(second)).toList();
    var split = new Split(stamp(second).unkept(), TEA, gone, "near", "far");
    audience.deliver(List.of(new Delivery(split, null, null)));
  }

  private static Stamp stamp(int second) {
    return new Stamp(Stamps.at(NOON.plusSeconds(second)), 1);
  }

  /// Somebody and their only session, with another id after each arrival.
  private final class Reader implements Session {
    final List<Event> seen = new ArrayList<>();
    private final String nick;
    private PersonId id = new PersonId(Stamps.at(NOON));

    Reader(String nick) {
      this.nick = nick;
    }

    void arrive(int second) {
      id = new PersonId(Stamps.at(NOON.plusSeconds(second)) + nick.length());
      var presence = new Presence(id, NOON.plusSeconds(second));
      presence.add(this);
      audience.arrive(presence);
    }

    Person person(int second) {
      return new Person(
          new PersonId(id.value() + second),
          Cast.nick(nick),
          "~u",
          "host",
          nick,
          null,
          null,
          Standing.PLAIN);
    }

    Delivery joins(int second) {
      var who = person(0);
      return told(new Joined(stamp(second), TEA, who, Ranks.NONE, Set.of(1)));
    }

    Delivery leaves(int second) {
      return told(new Event.Left(stamp(second), TEA, person(0), ""));
    }

    Delivery quits(int second) {
      return told(new Event.Quit(stamp(second), TEA, person(0), "", new Event.Fact(second, 1)));
    }

    private static Delivery told(Event event) {
      return new Delivery(event, null, null);
    }

    @Override
    public long id() {
      return id.value();
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
