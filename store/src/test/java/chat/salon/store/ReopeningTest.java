package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Opening, closing, opening again, and who is refused.
class ReopeningTest {
  @TempDir Path folder;

  @Test
  void a_second_server_on_the_same_folder_is_refused() {
    try (var _ = Store.open(StoreSettings.DEFAULT, folder)) {
      assertThatThrownBy(() -> Store.open(StoreSettings.DEFAULT, folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Another Salon is running on the data folder " + folder);
    }
    Store.open(StoreSettings.DEFAULT, folder).close();
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws Exception {
    Files.writeString(folder.resolve("salon.db"), "hello".repeat(1000));

    assertRefused("salon.db");
  }

  @Test
  void a_folder_that_cannot_be_made_is_refused() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> Store.open(StoreSettings.DEFAULT, file.resolve("data")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be written to");
  }

  @ParameterizedTest
  @CsvSource({"journal_mode, delete", "synchronous, normal", "synchronous, off"})
  void settings_that_lose_messages_in_a_power_cut_are_refused(String setting, String value)
      throws Exception {
    try (var connection = new Sqlite(folder.resolve("salon.db")).openWriter("test")) {
      connection.setAutoCommit(true);
      connection.createStatement().execute("pragma " + setting + " = " + value);

      assertThatThrownBy(() -> Sqlite.proveDurable(connection))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(setting);
    }
  }

  @Test
  void what_a_connection_of_ours_does_survives_a_power_cut() throws Exception {
    try (var connection = new Sqlite(folder.resolve("salon.db")).openWriter("test")) {
      Sqlite.proveDurable(connection);
    }
  }

  @Test
  void settings_are_checked_by_their_key() {
    assertThatThrownBy(() -> StoreSettings.of("oracle:x", "")).hasMessageContaining("store.url");
    assertThatThrownBy(() -> sqlite(0, 4096, 2048)).hasMessageContaining("store.readers");
    assertThatThrownBy(() -> sqlite(3, 1, 2048)).hasMessageContaining("store.queue");
    assertThatThrownBy(() -> sqlite(3, 4096, 0)).hasMessageContaining("store.commit_rows");
    assertThatThrownBy(() -> StoreSettings.DEFAULT.withTimeout(Duration.ZERO))
        .hasMessageContaining("store.timeout");
  }

  private static StoreSettings sqlite(int readers, int queue, int commitRows) {
    return new StoreSettings(
        "sqlite:x.db",
        "",
        Path.of(""),
        TlsMode.AUTO,
        Path.of(""),
        Duration.ofSeconds(1),
        readers,
        queue,
        commitRows,
        Duration.ofHours(1));
  }

  @Test
  void all_files_are_for_their_owner_alone() throws Exception {
    var fresh = folder.resolve("fresh");
    try (var _ = Store.open(StoreSettings.DEFAULT, fresh);
        var files = Files.walk(fresh)) {
      assertThat(files)
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .endsWith("------"));
    }
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> Store.open(StoreSettings.DEFAULT, folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(why);
  }
}
