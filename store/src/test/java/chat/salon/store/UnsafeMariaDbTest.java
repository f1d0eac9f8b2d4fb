package chat.salon.store;

import chat.salon.testing.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsafeMariaDbTest extends UnsafeServer {
  UnsafeMariaDbTest() {
    super(Engine.MARIADB);
  }

  @ParameterizedTest
  @CsvSource({
    "innodb_flush_log_at_trx_commit, 0",
    "innodb_flush_log_at_trx_commit, 2",
    "innodb_doublewrite, OFF",
    "innodb_flush_method, nosync",
    "max_allowed_packet, 1048576",
  })
  void settings_that_lose_commits_or_texts_are_refused_by_name(String setting, String value) {
    assertRefused(setting, value, setting + "=" + value);
  }

  @Test
  void a_binary_log_that_is_not_synced_is_refused() {
    assertRefused("sync_binlog", "0", "log-bin=log", "server-id=1", "sync_binlog=0");
  }

  @Test
  void a_binary_log_that_is_synced_is_taken() {
    assertTaken("log-bin=log", "server-id=1", "sync_binlog=1");
  }

  @Test
  void tables_without_transactions_are_refused() throws Exception {
    assertRefusedAfter("alter table audit engine = Aria", "table audit is Aria");
  }
}
