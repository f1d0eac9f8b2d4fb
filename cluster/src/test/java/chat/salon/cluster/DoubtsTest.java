package chat.salon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Update;
import chat.salon.cluster.Settings.Endpoint;
import chat.salon.core.Actor;
import chat.salon.core.Event.Fact;
import chat.salon.core.Listing;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Role;
import chat.salon.core.request.Leave;
import chat.salon.core.request.Request;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.TakeNote.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Node 2 asks node 1 for alice, while the directory tells of her on another way.
class DoubtsTest {
  private static final int HERE = 1;
  private static final int THERE = 2;
  private static final int ELSEWHERE = 3;
  private static final Endpoint PLACE = new Endpoint("192.0.2.2", 6690);
  private static final Person ALICE = Cast.ALICE;
  private static final Person MALICE = ALICE.withNick(Nick.parse("Malice").orElseThrow());
  private static final Person OPER =
      ALICE.withStanding(ALICE.standing().withRole(Role.ADMINISTRATOR));

  private final List<Ask> believed = new ArrayList<>();
  private final List<Ask> refused = new ArrayList<>();
  private final Alarms alarms = new Alarms();
  private final ClusterDirectory directory =
      new ClusterDirectory(
          HERE,
          new Calls(),
          _ -> {},
          Duration.ofSeconds(1),
          new Vigil(
              Duration.ofMinutes(5),
              System::nanoTime,
              System::currentTimeMillis,
              () -> CompletableFuture.completedFuture(true)),
          Duration.ofMinutes(5));
  private final Peers peers =
      new Peers(HERE, () -> 1, new Link.Bounds(1, 1), (_, _) -> {}, _ -> {});
  private Doubts doubts = doubts(Duration.ofMinutes(5));
  private long ids;

  DoubtsTest() {
    peers.add(THERE, "node2", PLACE, _ -> {});
  }

  private Doubts doubts(Duration patience) {
    return new Doubts(
        new Claims(directory),
        new Callers(HERE, peers, alarms),
        new Doubts.Bounds(patience, 3),
        believed::add,
        refused::add);
  }

  private Ask ask(Person by, Request<?> request) {
    var role = by.standing().role();
    var actor = new Actor(by, Set.of(THERE), "192.0.2.7", role, 3, 1L << 40);
    var ask = new Ask(++ids, THERE, Cast.TEA, actor, request, null, null);
    doubts.asked(ask, PLACE);
    return ask;
  }

  private Ask ask(Person by) {
    return ask(by, new Leave(""));
  }

  private void told(Person person, boolean isGone, Integer... nodes) {
    directory.told(new Update(1, new Listing(person, Set.of(nodes)), isGone), HERE);
    doubts.look(person.id());
  }

  private static News gone() {
    return new News.Gone("bye", new Fact(THERE, 1));
  }

  @Test
  void what_the_directory_vouches_for_is_believed_at_once() {
    told(ALICE, false, THERE);
    assertThat(believed).isEmpty();
    var ask = ask(ALICE);
    assertThat(believed).containsExactly(ask);
  }

  @Test
  void what_overtakes_the_directory_waits_for_it_in_order() {
    var first = ask(ALICE);
    var second = ask(ALICE);
    assertThat(believed).isEmpty();
    told(ALICE, false, ELSEWHERE);
    assertThat(believed).isEmpty();
    told(ALICE, false, ELSEWHERE, THERE);
    assertThat(believed).containsExactly(first, second);
    var renamed = ask(MALICE);
    var third = ask(ALICE);
    assertThat(believed).containsExactly(first, second);
    told(MALICE, false, ELSEWHERE, THERE);
    assertThat(believed).containsExactly(first, second, renamed, third);
    assertThat(alarms.count()).isZero();
  }

  @Test
  void what_was_so_just_now_is_still_believed() {
    told(ALICE, false, THERE);
    told(MALICE, false, THERE);
    told(MALICE, false);
    told(MALICE, true);
    var asks = List.of(ask(ALICE), ask(MALICE), ask(MALICE, new TakeNote(gone())));
    assertThat(believed).isEqualTo(asks);
  }

  @Test
  void nobody_is_gone_who_is_still_somewhere() {
    told(ALICE, false, THERE, ELSEWHERE);
    var ask = ask(ALICE, new TakeNote(gone()));
    assertThat(believed).isEmpty();
    told(ALICE, false, THERE);
    assertThat(believed).containsExactly(ask);
  }

  @Test
  void who_has_lost_a_role_asks_without_it() {
    told(OPER, false, THERE);
    ask(OPER);
    told(ALICE, false, THERE);
    ask(OPER);
    assertThat(believed)
        .extracting(ask -> ask.actor().role())
        .containsExactly(Role.ADMINISTRATOR, Role.MEMBER);
  }

  @Test
  void what_nobody_vouches_for_in_time_is_refused_and_counted() {
    doubts = doubts(Duration.ZERO);
    told(ALICE, false, ELSEWHERE);
    var stranger = ask(ALICE);
    var oper = ask(OPER);
    doubts.tick();
    assertThat(refused).containsExactly(stranger, oper);
    assertThat(alarms.count()).isEqualTo(2);
    assertThat(believed).isEmpty();
  }

  @Test
  void of_one_node_only_so_many_wait() {
    ask(ALICE);
    ask(ALICE);
    ask(ALICE);
    var last = ask(ALICE);
    assertThat(refused).containsExactly(last);
    told(ALICE, false, THERE);
    assertThat(believed).hasSize(3);
  }

  @Test
  void a_node_that_says_it_is_another_gets_no_answer() {
    told(ALICE, false, ELSEWHERE);
    var actor = new Actor(ALICE, Set.of(ELSEWHERE), "192.0.2.7", Role.MEMBER, 3, 1L << 40);
    doubts.asked(new Ask(1, ELSEWHERE, Cast.TEA, actor, new Leave(""), null, null), PLACE);
    assertThat(alarms.count()).isOne();
    assertThat(believed).isEmpty();
    assertThat(refused).isEmpty();
  }
}
