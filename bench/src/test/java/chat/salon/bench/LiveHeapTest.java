package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class LiveHeapTest {
  private static final String BEFORE =
      """
      4711:
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:            12           1000  [B (java.base@25.0.3)
         2:             3            500  [Ljdk.internal.vm.FillerElement; (java.base@25.0.3)
         3:             2             48  chat.salon.core.Person
      Total            17           1548
      """;

  @Test
  void what_is_alive_is_counted_without_what_only_fills_gaps() {
    var heap = LiveHeap.parse(BEFORE);

    assertThat(heap.bytes()).isEqualTo(1048);
    assertThat(heap.classes()).containsEntry("chat.salon.core.Person", 48L).hasSize(2);
  }

  @Test
  void growth_names_the_classes_that_grew_the_most_first() {
    var after =
        LiveHeap.parse(
            BEFORE
                .replace("2             48  chat", "9           4800  chat")
                .replace("1000  [B", " 900  [B")
                .replace("Total", "   4:    1     16  chat.salon.core.Nick\nTotal"));

    assertThat(after.growthSince(LiveHeap.parse(BEFORE), 5))
        .containsExactly(
            entry("chat.salon.core.Person", 4752L), entry("chat.salon.core.Nick", 16L));
    assertThat(after.growthSince(LiveHeap.parse(BEFORE), 1)).hasSize(1);
  }

  @Test
  void half_a_histogram_is_none() {
    assertThatThrownBy(() -> LiveHeap.parse(BEFORE.substring(0, BEFORE.indexOf("Total"))))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("no class histogram");
  }

  @Test
  void a_process_that_is_not_there_has_no_heap() {
    assertThatThrownBy(() -> LiveHeap.of(Integer.MAX_VALUE))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("jcmd cannot read the heap");
  }

  @Test
  void the_heap_of_this_process_holds_what_it_keeps() {
    long before = LiveHeap.of(ProcessHandle.current().pid()).bytes();
    var kept = new byte[64 << 20];

    long after = LiveHeap.of(ProcessHandle.current().pid()).bytes();

    assertThat(after - before).isGreaterThan(kept.length / 2);
  }
}
