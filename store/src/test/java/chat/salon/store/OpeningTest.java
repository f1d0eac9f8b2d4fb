package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.StoreException;
import org.junit.jupiter.api.Test;

/// What is found in a database that was there before.
class OpeningTest extends OnEachDatabase {

  @Test
  void what_was_appended_is_there_after_closing_and_opening() {
    long last;
    try (var store = openStore()) {
      var tea = new Talk(store, TEA);
      tea.join(ALICE);
      last = tea.say(ALICE, "hello").stamp().id();
    }
    try (var store = openStore()) {
      assertThat(store.conversations().lastId()).isEqualTo(last);
      var head = store.conversations().channel(TEA).orElseThrow().head();
      assertThat(head.lastSeq()).isEqualTo(2);
      var tea = new Talk(store, TEA, head);
      tea.say(ALICE, "again");
      assertThat(tea.all()).hasSize(3);
    }
  }

  @Test
  void the_tables_of_a_newer_salon_are_refused_by_name() throws Exception {
    openStore().close();
    database.execute(
        "insert into flyway_schema_history select 99, '999', 'voices', type, 'V999__voices.sql',"
            + " 1, installed_by, installed_on, 1, success from flyway_schema_history where installed_rank = 1");

    assertRefused("newer Salon: it has schema 999 (voices), and this one knows schema");
  }

  @Test
  void tables_that_somebody_changed_are_refused() throws Exception {
    openStore().close();
    database.execute("update flyway_schema_history set checksum = 1");

    assertRefused("cannot be brought up to date");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> openStore())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(why);
  }
}
