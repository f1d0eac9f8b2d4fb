package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckTest {
  private final Check check = new Check(2);

  CheckTest() {
    check.open(0, 0);
  }

  private int take(int... numbers) {
    int over = 0;
    for (int number : numbers) {
      over += check.take(0, number);
    }
    return over;
  }

  @Test
  void what_comes_once_and_in_order_is_clean() {
    assertThat(take(0, 1, 2)).isEqualTo(3);
    check.close(0, 3);

    assertThat(check.verdict()).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void a_gap_is_lost_and_over_at_once() {
    assertThat(take(0, 3)).isEqualTo(4);

    assertThat(check.verdict()).isEqualTo(new Verdict(2, 0, 0, 0));
  }

  @Test
  void what_never_came_at_the_end_is_lost() {
    take(0, 1);
    check.close(0, 5);

    assertThat(check.verdict()).isEqualTo(new Verdict(3, 0, 0, 0));
  }

  @Test
  void what_comes_again_is_doubled() {
    assertThat(take(0, 1, 1, 0)).isEqualTo(2);

    assertThat(check.verdict()).isEqualTo(new Verdict(0, 2, 0, 0));
  }

  @Test
  void what_comes_after_a_later_one_is_out_of_order_and_not_lost() {
    take(0, 2, 1, 3);
    check.close(0, 4);

    assertThat(check.verdict()).isEqualTo(new Verdict(0, 0, 1, 0));
  }

  @Test
  void what_came_late_comes_only_once() {
    take(0, 2, 1, 1);

    assertThat(check.verdict()).isEqualTo(new Verdict(0, 1, 1, 0));
  }

  @Test
  void what_is_for_nobody_or_for_somebody_else_is_stray() {
    assertThat(check.take(1, 0)).isZero();
    assertThat(check.take(-1, 0)).isZero();
    assertThat(check.take(2, 0)).isZero();

    assertThat(check.verdict()).isEqualTo(new Verdict(0, 0, 0, 3));
  }

  @Test
  void a_number_that_cannot_be_is_stray() {
    assertThat(take(-5)).isZero();

    assertThat(check.verdict()).isEqualTo(new Verdict(0, 0, 0, 1));
  }

  @Test
  void streams_can_be_added_while_it_runs() {
    int stream = check.add();
    check.open(stream, 7);

    assertThat(check.take(stream, 7)).isEqualTo(1);
    assertThat(check.verdict()).isEqualTo(Verdict.CLEAN);
  }
}
