package chat.salon.store;

import chat.salon.testing.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsafePostgresqlTest extends UnsafeServer {
  UnsafePostgresqlTest() {
    super(Engine.POSTGRESQL);
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, off",
    "full_page_writes, off",
    "data_sync_retry, on",
  })
  void settings_that_lose_commits_are_refused_by_name(String setting, String value) {
    assertRefused(setting, value, setting + "=" + value);
  }

  @Test
  void a_database_that_can_only_be_read_is_refused() throws Exception {
    assertRefusedAfter(
        "do $$ begin execute format('alter database %I set default_transaction_read_only = on',"
            + " current_database()); end $$",
        "transaction_read_only is on: it must be off");
  }

  @Test
  void commits_are_synchronous_in_our_session_whatever_the_default_is() {
    assertTaken("synchronous_commit=off");
  }

  @Test
  void tables_that_a_crash_empties_are_refused() throws Exception {
    assertRefusedAfter("alter table audit set unlogged", "table audit is unlogged");
  }
}
