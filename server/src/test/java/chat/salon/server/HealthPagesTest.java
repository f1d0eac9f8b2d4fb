package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.server.Trouble.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthPagesTest {

  @Test
  void without_troubles_both_are_good() {
    var pages = new HealthPages(List.of(List::of, List::of));
    assertThat(List.of(pages.health().status(), pages.ready().status())).containsExactly(200, 200);
    assertThat(pages.health().body()).contains("\"troubles\":[]");
  }

  @Test
  void a_warning_is_told_and_changes_nothing() {
    var pages = pages(Effect.WARNING);
    assertThat(List.of(pages.health().status(), pages.ready().status())).containsExactly(200, 200);
    assertThat(pages.ready().body()).contains("\"effect\":\"warning\"", "\"what\":\"why\"");
  }

  @Test
  void what_may_pass_keeps_new_clients_away_and_the_process_alive() {
    var pages = pages(Effect.NOT_READY);
    assertThat(List.of(pages.health().status(), pages.ready().status())).containsExactly(200, 503);
  }

  @Test
  void what_does_not_pass_is_for_a_restart() {
    var pages = pages(Effect.BROKEN);
    assertThat(List.of(pages.health().status(), pages.ready().status())).containsExactly(503, 503);
    assertThat(pages.health().body())
        .contains("\"status\":\"bad\"", "\"part\":\"cluster\"", "\"effect\":\"broken\"");
  }

  @Test
  void one_trouble_of_many_parts_is_enough() {
    var pages =
        new HealthPages(
            List.of(List::of, () -> List.of(new Trouble("store", Effect.NOT_READY, "full"))));
    assertThat(pages.ready().status()).isEqualTo(503);
  }

  @Test
  void a_part_that_fails_to_answer_is_a_trouble_too() {
    var pages =
        new HealthPages(
            List.of(() -> {
              throw new IllegalStateException("a fault");
            }));
    assertThat(pages.ready().status()).isEqualTo(503);
  }

  private static HealthPages pages(Effect effect) {
    return new HealthPages(List.of(() -> List.of(new Trouble("cluster", effect, "why"))));
  }
}
