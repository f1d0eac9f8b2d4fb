package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MediansTest {
  private static final Load LOAD = new ConnectLoad(5);

  private static Trial trial(String server, double figure) {
    var figures = Map.of(Figure.CONNECTIONS_PER_SECOND, figure);
    return new Trial(1, LOAD, server, new Result(figures, new Verdict(1, 0, 0, 0)), null);
  }

  @Test
  void a_median_is_in_the_middle() {
    assertThat(Medians.median(9, 1, 5)).hasValue(5);
    assertThat(Medians.median(4, 1, 9, 2)).hasValue(3);
    assertThat(Medians.median()).isEmpty();
  }

  @Test
  void each_server_has_its_own_medians_and_all_that_went_wrong() {
    var trials =
        List.of(
            trial("one", 10),
            trial("two", 1),
            trial("one", 30),
            new Trial(1, LOAD, "one", null, "no answer"));

    var one = Medians.of(trials, LOAD, "one");

    assertThat(one.figures()).containsEntry(Figure.CONNECTIONS_PER_SECOND, 20.0);
    assertThat(one.verdict()).isEqualTo(new Verdict(2, 0, 0, 0));
    assertThat(one.problems()).containsExactly("no answer");
  }

  @Test
  void the_comparison_divides_the_first_server_by_the_others() {
    var report =
        new Report(
            List.of(trial("one", 300), trial("two", 200)), List.of(LOAD), List.of("one", "two"));

    assertThat(report.markdown())
        .endsWith("| connect clients=5 | connections/s | 300 (WRONG) | 200 (WRONG) | 1.50 |");
    assertThat(report.table()).contains("  WRONG, one: 1 LOST, 0 DOUBLED, 0 OUT OF ORDER, 0 STRAY");
  }
}
