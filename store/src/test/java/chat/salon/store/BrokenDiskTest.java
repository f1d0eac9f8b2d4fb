package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.StoreException;
import chat.salon.core.port.Head;
import chat.salon.store.Watch.Patience;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;

/// Disks that are full, and disks that lie or die.
class BrokenDiskTest {
  @TempDir Path folder;

  private final Gate gate = new Gate();

  @Test
  void a_full_disk_refuses_what_is_appended_until_there_is_space_again() throws Exception {
    try (var store = Store.open(StoreSettings.DEFAULT, folder, gate::around, Patience.DEFAULT)) {
      var tea = new Talk(store, TEA);
      var first = tea.say(ALICE, "fits");
      var before = tea.head();

      gate.execute("pragma max_page_count = " + gate.query("pragma page_count"));
      assertThatThrownBy(() -> fill(tea)).isInstanceOf(StoreException.class);
      assertThat(store.health().isWritable()).isTrue(); // a probe needs no space
      var full = new Talk(store, TEA, reload(store));
      assertThatThrownBy(() -> full.say(ALICE, "x".repeat(100_000)))
          .isInstanceOf(StoreException.class);
      assertThat(full.all()).startsWith(first);
      assertThat(before.lastSeq()).isEqualTo(1);

      gate.execute("pragma max_page_count = 1000000");
      var after = new Talk(store, TEA, reload(store));
      var last = after.say(ALICE, "x".repeat(100_000));
      assertThat(after.all()).endsWith(last);
      assertThat(after.all()).extracting(e -> e.stamp().seq()).doesNotHaveDuplicates();
    }
  }

  private static void fill(Talk talk) {
    for (int i = 0; i < 10_000; i++) {
      talk.say(ALICE, "x".repeat(1000));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "SQLITE_BUSY"})
  void a_commit_that_finds_no_space_is_refused_and_the_next_one_is_tried(SQLiteErrorCode code) {
    try (var store = Store.open(StoreSettings.DEFAULT, folder, gate::around, Patience.DEFAULT)) {
      gate.breakWith(code);
      assertThatThrownBy(() -> new Talk(store, TEA).say(ALICE, "lost"))
          .isInstanceOf(StoreException.class);
      assertThat(store.health().isWritable()).isFalse();
      assertThat(store.health().isOver()).isFalse();
      assertThat(store.health().why()).contains(code.name());

      gate.breakWith(null);
      assertThat(store.health()).isEqualTo(Health.GOOD);
      var tea = new Talk(store, TEA);
      var said = tea.say(ALICE, "kept");
      assertThat(tea.all()).containsExactly(said);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {
        "SQLITE_IOERR_FSYNC",
        "SQLITE_IOERR_WRITE",
        "SQLITE_IOERR",
        "SQLITE_CORRUPT",
        "SQLITE_NOTADB",
        "SQLITE_READONLY",
        "SQLITE_READONLY_DBMOVED",
        "SQLITE_CONSTRAINT",
        "UNKNOWN_ERROR"
      })
  void a_commit_that_leaves_the_disk_in_doubt_ends_all_writing(SQLiteErrorCode code) {
    try (var store = Store.open(StoreSettings.DEFAULT, folder, gate::around, Patience.DEFAULT)) {
      var tea = new Talk(store, TEA);
      var kept = tea.say(ALICE, "kept");
      gate.breakWith(code);
      assertThatThrownBy(() -> tea.say(ALICE, "lost")).isInstanceOf(StoreException.class);

      gate.breakWith(null);
      assertThatThrownBy(() -> new Talk(store, TEA, reload(store)).say(ALICE, "never tried"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("writes nothing more");
      assertThat(store.health().isWritable()).isFalse();
      assertThat(store.health().isOver()).isTrue();
      assertThat(store.health().why()).contains(code.name());
      assertThat(tea.all()).containsExactly(kept);
    }
    try (var store = Store.open(StoreSettings.DEFAULT, folder)) {
      new Talk(store, TEA, reload(store)).say(ALICE, "after the restart");
    }
  }

  private static Head reload(Store store) {
    return store.conversations().channel(TEA).map(channel -> channel.head()).orElseThrow();
  }
}
