package chat.salon.core;

import static chat.salon.core.Availability.CONNECTED;
import static chat.salon.core.Availability.DO_NOT_DISTURB;
import static chat.salon.core.Availability.IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Cast.Guest;
import chat.salon.core.Event.PersonChanged;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
  private final Cast cast = Cast.fresh();
  private final Guest bob = cast.guest("bob").joins("#tea");
  private final Guest phone = cast.member("alice").joins("#tea");

  @Test
  void others_are_told_once_when_it_changes() {
    says(phone, IDLE);
    says(phone, IDLE);
    assertThat(bob.seen)
        .filteredOn(event -> event instanceof PersonChanged)
        .singleElement()
        .isInstanceOfSatisfying(
            PersonChanged.class,
            changed -> assertThat(changed.after().availability()).isEqualTo(IDLE));
  }

  @Test
  void of_several_sessions_the_most_present_one_counts() {
    var laptop = laptop();
    says(phone, IDLE);
    assertThat(shown()).as("the laptop never said anything").isEqualTo(CONNECTED);
    says(laptop, IDLE);
    assertThat(shown()).isEqualTo(IDLE);
    says(phone, DO_NOT_DISTURB);
    assertThat(shown()).isEqualTo(DO_NOT_DISTURB);
    says(laptop, CONNECTED);
    assertThat(shown()).isEqualTo(CONNECTED);
    laptop.leaves("battery");
    assertThat(shown()).isEqualTo(DO_NOT_DISTURB);
  }

  @Test
  void who_does_not_want_to_be_disturbed_need_not_say_so_at_every_door() {
    var laptop = laptop();
    says(phone, DO_NOT_DISTURB);
    assertThat(shown()).isEqualTo(DO_NOT_DISTURB);
    phone.leaves("off");
    assertThat(cast.salon.people().person(laptop.presence).availability()).isEqualTo(CONNECTED);
  }

  @Test
  void who_comes_on_another_device_is_there_again() {
    says(phone, IDLE);
    assertThat(shown()).isEqualTo(IDLE);
    laptop();
    assertThat(shown()).isEqualTo(CONNECTED);
  }

  @Test
  void who_is_away_is_idle_unless_they_do_not_want_to_be_disturbed() {
    cast.salon.people().change(phone.presence, phone, null, person -> person.withAway("lunch"));
    assertThat(shown()).isEqualTo(IDLE);
    assertThat(person().awayText()).isEqualTo("lunch");
    says(phone, DO_NOT_DISTURB);
    assertThat(shown()).isEqualTo(DO_NOT_DISTURB);
    assertThat(person().awayText()).isEqualTo("lunch");
  }

  @Test
  void two_changes_of_the_standing_at_once_are_both_made() {
    var before = person();
    var other = before.withStanding(before.standing().withRole(Role.MODERATOR));
    var idle = before.withStanding(before.standing().withAvailability(IDLE));
    var both = other.changedAs(before, idle).standing();
    assertThat(both.role()).isEqualTo(Role.MODERATOR);
    assertThat(both.availability()).isEqualTo(IDLE);
  }

  private Guest laptop() {
    var laptop = cast.member("alice");
    cast.salon.people().attach(laptop.presence, laptop);
    return laptop;
  }

  private void says(Guest session, Availability how) {
    cast.salon.people().appearance().available(session.presence, session, null, how);
  }

  private Person person() {
    return cast.salon.people().person(phone.presence);
  }

  private Availability shown() {
    return person().availability();
  }
}
