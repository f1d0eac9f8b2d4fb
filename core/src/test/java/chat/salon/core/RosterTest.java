package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RosterTest {
  private static final Outlet ONE = (_, _) -> {};
  private static final Outlet OTHER = (_, _) -> {};
  private static final PersonId ALICE = new PersonId(1);
  private static final PersonId BOB = new PersonId(2);

  private final Roster roster = new Roster();

  private record Reader(long id, Outlet outlet) implements Session {
    @Override
    public String address() {
      return "127.0.0.1";
    }

    @Override
    public void deliver(Delivery delivery) {}
  }

  private List<Session> readers(Outlet outlet) {
    return roster.groups().stream()
        .filter(group -> group.outlet().equals(outlet))
        .flatMap(group -> Arrays.stream(group.readers()))
        .toList();
  }

  @Test
  void sessions_are_grouped_by_outlet_as_they_come_and_go() {
    var phone = new Reader(1, ONE);
    var desk = new Reader(2, OTHER);
    var bob = new Reader(3, ONE);

    assertThat(roster.add(ALICE, List.of(phone, desk))).isTrue();
    assertThat(roster.add(ALICE, List.of(desk))).isFalse();
    assertThat(roster.add(BOB, List.of(bob))).isTrue();
    assertThat(readers(ONE)).containsExactlyInAnyOrder(phone, bob);
    assertThat(readers(OTHER)).containsExactly(desk);

    roster.remove(ALICE, phone);
    roster.remove(ALICE, phone);
    assertThat(readers(ONE)).containsExactly(bob);
    roster.remove(BOB);
    assertThat(roster.groups()).hasSize(1);
    roster.remove(ALICE);
    assertThat(roster.groups()).isEmpty();
    assertThat(roster.isEmpty()).isTrue();
  }

  @Test
  void what_was_handed_over_stays_as_it_was() {
    roster.add(ALICE, List.of(new Reader(1, ONE)));
    var before = roster.groups().getFirst().readers();
    roster.add(BOB, List.of(new Reader(2, ONE)));
    roster.remove(ALICE);
    assertThat(before).containsExactly(new Reader(1, ONE));
  }
}
