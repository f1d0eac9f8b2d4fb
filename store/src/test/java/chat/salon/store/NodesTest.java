package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.StoreException;
import chat.salon.core.port.Nodes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who gets which number.
class NodesTest extends OnEachDatabase {
  private Store store;
  private Nodes nodes;

  @BeforeEach
  void open() {
    store = openStore();
    nodes = store.nodes();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void each_gets_another_number_and_one_that_was_given_back_rests() {
    var numbers = new HashSet<Integer>();
    for (int i = 0; i < 10; i++) {
      int number = nodes.claim("node");
      assertThat(number).isBetween(1, 255);
      assertThat(numbers.add(number)).isTrue();
      nodes.renew(number);
      nodes.release(number);
      nodes.release(number);
    }
  }

  @Test
  void when_all_were_used_the_one_that_has_rested_longest_is_given_but_none_of_the_living()
      throws Exception {
    for (int i = 0; i < 253; i++) {
      nodes.claim("node " + i);
    }
    int first = nodes.claim("first");
    int last = nodes.claim("last");
    assertThatThrownBy(() -> nodes.claim("one too many"))
        .isInstanceOf(StoreException.class)
        .hasMessage("All 255 numbers of nodes are taken.");

    nodes.release(last);
    nodes.release(first);
    database.execute("update node set seen = seen - 10000 where number = " + last);
    assertThat(nodes.claim("another")).isEqualTo(last);
    assertThat(nodes.claim("and another")).isEqualTo(first);
  }

  @Test
  void it_is_known_whether_anybody_lives() {
    assertThat(nodes.isEmpty()).isTrue();
    int number = nodes.claim("only");
    assertThat(nodes.isEmpty()).isFalse();
    nodes.release(number);
    assertThat(nodes.isEmpty()).isTrue();
  }

  @Test
  void who_was_silent_for_too_long_loses_the_number_and_is_told() throws Exception {
    int number = nodes.claim("silent");
    database.execute("update node set given = given + 1"); // another node has it by now

    assertThatThrownBy(() -> nodes.renew(number))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is another node's by now");
  }

  @Test
  void who_was_silent_and_lost_nothing_goes_on() throws Exception {
    int number = nodes.claim("silent");
    age(Nodes.LIFETIME.plusMinutes(1));

    nodes.renew(number);
    assertThat(nodes.claim("another")).isNotEqualTo(number);
  }

  @Test
  void a_server_that_is_alone_keeps_others_out_until_it_has_gone() throws Exception {
    int number = store.claimAlone("alone");
    assertThatThrownBy(() -> store.claimAlone("second"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Another Salon (alone) uses ");
    assertThatThrownBy(() -> nodes.claim("node")).isInstanceOf(StoreException.class);

    assertThat(store.claimAlone("alone")).as("started again after a crash").isNotEqualTo(number);
    age(Nodes.LIFETIME);
    int node = nodes.claim("node");
    assertThatThrownBy(() -> store.claimAlone("second")).isInstanceOf(StoreException.class);
    nodes.release(node);
    store.claimAlone("second");
  }

  @Test
  void the_first_is_who_has_lived_longest_whatever_its_number() throws Exception {
    int first = nodes.claim("a");
    int second = nodes.claim("b");
    assertThat(nodes.isFirst(first)).isTrue();
    assertThat(nodes.isFirst(second)).isFalse();

    nodes.release(first);
    assertThat(nodes.isFirst(second)).isTrue();
    database.execute("update node set given = given - 1000 where number = " + second);
    for (int i = 2; i < 255; i++) {
      nodes.release(nodes.claim("c"));
    }
    database.execute("update node set seen = seen - 10000 where number = " + first);
    assertThat(nodes.claim("d")).isEqualTo(first).isLessThan(second);
    assertThat(nodes.isFirst(first)).isFalse();
  }

  @Test
  void nodes_that_were_all_killed_need_not_wait_until_their_earlier_starts_are_forgotten() {
    nodes.claim("a");
    nodes.claim("b");
    int first = nodes.claim("a");
    assertThat(nodes.isFirst(first)).as("b may live").isFalse();
    int second = nodes.claim("b");
    assertThat(nodes.isFirst(first)).isTrue();
    assertThat(nodes.isFirst(second)).isFalse();
  }

  private void age(Duration by) throws SQLException {
    database.execute("update node set seen = seen - " + by.toMillis());
  }
}
