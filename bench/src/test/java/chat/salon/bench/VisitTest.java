package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitTest {
  private static final int VOICE = 4;

  private final Check check = new Check(1);
  private final Visit visit = new Visit(check, 0, VOICE);

  /// A visitor who hears these, while the witness sees it in the channel from one number to
  /// another.
  private Verdict stay(int from, int end, int... heard) {
    visit.entered();
    visit.seenEntering(from);
    for (int number : heard) {
      visit.heard(VOICE, number);
    }
    visit.left();
    assertThat(visit.isOver()).isFalse();
    visit.seenLeaving(end);
    assertThat(visit.isOver()).isTrue();
    visit.compare(true);
    return check.verdict();
  }

  @Test
  void who_hears_what_was_said_meanwhile_heard_all() {
    assertThat(stay(5, 8, 5, 6, 7)).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void who_misses_the_first_and_the_last_lost_them() {
    assertThat(stay(5, 9, 6, 7)).isEqualTo(new Verdict(2, 0, 0, 0));
  }

  @Test
  void who_hears_what_was_said_before_or_after_heard_too_much() {
    assertThat(stay(5, 7, 4, 5, 6, 7)).isEqualTo(new Verdict(0, 0, 0, 2));
  }

  @Test
  void who_hears_nothing_lost_all_of_it() {
    assertThat(stay(5, 7)).isEqualTo(new Verdict(2, 0, 0, 0));
  }

  @Test
  void another_voice_and_words_before_the_door_are_stray() {
    visit.heard(VOICE, 1);
    visit.entered();
    visit.heard(VOICE + 1, 1);

    assertThat(check.verdict()).isEqualTo(new Verdict(0, 0, 0, 2));
  }
}
