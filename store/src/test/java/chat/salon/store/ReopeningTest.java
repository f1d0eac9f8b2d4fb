package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening, closing, opening again, and who is refused.
class ReopeningTest {
  @TempDir Path folder;

  @Test
  void what_was_appended_is_there_after_closing_and_opening() {
    long last;
    try (var store = Store.open(StoreSettings.DEFAULT, folder)) {
      var tea = new Talk(store, TEA);
      tea.join(ALICE);
      last = tea.say(ALICE, "hello").stamp().id();
    }
    try (var store = Store.open(StoreSettings.DEFAULT, folder)) {
      assertThat(store.conversations().lastId()).isEqualTo(last);
      var head = store.conversations().channel(TEA).orElseThrow().head();
      assertThat(head.lastSeq()).isEqualTo(2);
      var tea = new Talk(store, TEA, head);
      tea.say(ALICE, "again");
      assertThat(tea.all()).hasSize(3);
    }
  }

  @Test
  void a_second_server_on_the_same_folder_is_refused() {
    try (var _ = Store.open(StoreSettings.DEFAULT, folder)) {
      assertThatThrownBy(() -> Store.open(StoreSettings.DEFAULT, folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Another Salon is running on the data folder " + folder);
    }
    Store.open(StoreSettings.DEFAULT, folder).close();
  }
}
