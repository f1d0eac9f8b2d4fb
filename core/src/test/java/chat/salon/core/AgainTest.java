package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.CannotSend;
import chat.salon.core.Refusal.NotStored;
import chat.salon.core.port.Relay;
import chat.salon.core.port.Succession;
import chat.salon.core.port.Witness;
import chat.salon.core.protect.Decree;
import chat.salon.core.request.Edit;
import chat.salon.core.request.Join;
import chat.salon.core.request.React;
import chat.salon.core.request.Redact;
import chat.salon.core.request.Request;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.SetTopic;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Two owners, one after the other, with one store: what is asked of both is done once.
class AgainTest {
  private static final ChannelName TEA = Cast.channel("#tea");
  private static final Set<Integer> HERE = Set.of(1);

  private final MemoryStore store = new MemoryStore();
  private final LocalDirectory directory = new LocalDirectory();
  private final Person alice = enter("alice", 1);
  private final Person bob = enter("bob", 2);
  private final Owner first = new Owner(1);
  private final Owner second = new Owner(2);

  private Person enter(String nick, long id) {
    var who =
        new Person(
            new PersonId(id),
            Cast.nick(nick),
            "~u",
            "host",
            nick,
            AccountName.trusted(nick),
            null,
            Person.Standing.PLAIN);
    directory.enter(who, 1);
    return who;
  }

  /// A node that owns conversations, and what it has told.
  private final class Owner implements Relay, Succession {
    final List<Delivery> told = new CopyOnWriteArrayList<>();
    final LocalPlacement placement;
    List<Member> members = List.of();

    @Override
    public void retieElsewhere(AccountName one, AccountName other) {}

    @Override
    public void hangUpElsewhere(HangUp what) {}

    @Override
    public void decreeElsewhere(Decree what) {}

    Owner(int node) {
      placement =
          new LocalPlacement(
              store,
              store,
              new Stamps(InstantSource.system(), node),
              directory,
              this,
              this,
              Limits.DEFAULT);
    }

    @Override
    public void carry(int node, long epoch, List<Delivery> deliveries) {
      told.addAll(deliveries);
    }

    @Override
    public void follow(int node, ChannelSnapshot channel) {}

    @Override
    public long take(ConversationId<?> where) {
      return store.take(where);
    }

    @Override
    public List<Witness> gather(ChannelName where, long epoch) {
      return List.of(new Witness(1, 0, members));
    }

    <S extends ConversationState> CompletableFuture<Outcome> begin(
        ConversationId<S> where,
        Person who,
        Request<? super S> request,
        @Nullable IdempotencyKey key) {
      var actor = new Actor(who, HERE, "192.0.2.1", Role.MEMBER, 0, 0);
      return placement.ask(where, actor, request, new Origin(7, null), key);
    }

    <S extends ConversationState> Outcome ask(
        ConversationId<S> where,
        Person who,
        Request<? super S> request,
        @Nullable IdempotencyKey key) {
      return Salon.await(begin(where, who, request, key));
    }

    Owner join(Person who) {
      assertThat(ask(TEA, who, new Join(null), null)).isInstanceOf(Done.class);
      return this;
    }

    /// After this owner, the other takes over with the same people.
    Owner dies(Owner other) {
      other.members =
          placement.look(TEA).map(channel -> List.copyOf(channel.members())).orElse(List.of());
      return other;
    }

    List<String> toldTexts() {
      var texts = new ArrayList<String>();
      for (var delivery : told) {
        if (delivery.event() instanceof Said said) {
          texts.add(said.text());
        }
      }
      return texts;
    }
  }

  private static IdempotencyKey key(String text) {
    return new IdempotencyKey(text, false);
  }

  private static Say say(String text) {
    return new Say(Form.MESSAGE, text, Map.of(), null);
  }

  private List<String> logged(ConversationId<?> where) {
    var page = new chat.salon.core.port.Page(where, 0, Long.MAX_VALUE, 99, true, true, null);
    return store.read(page).stream().map(event -> ((Said) event).text()).toList();
  }

  private static Event event(Outcome outcome) {
    return ((Done) outcome).events().getFirst();
  }

  @Test
  void what_the_first_owner_stored_is_the_answer_of_the_second() {
    first.join(alice);
    var stored = first.ask(TEA, alice, say("hello"), key("k"));
    first.dies(second);

    var again = second.ask(TEA, alice, say("hello"), key("k").repeated());
    assertThat(event(again)).isEqualTo(event(stored));
    assertThat(logged(TEA)).containsExactly("hello");
    assertThat(second.toldTexts()).isEmpty(); // who follows the channel catches up by itself
    second.ask(TEA, alice, say("goes on"), key("l"));
    assertThat(store.read(all(TEA))).extracting(e -> e.stamp().seq()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void what_the_first_owner_did_not_store_is_stored_by_the_second() {
    first.join(alice);
    store.isFull = true;
    assertThat(first.ask(TEA, alice, say("hello"), key("k")))
        .isEqualTo(new Refused(new NotStored("#tea")));
    store.isFull = false;
    first.dies(second);

    assertThat(second.ask(TEA, alice, say("hello"), key("k").repeated())).isInstanceOf(Done.class);
    assertThat(logged(TEA)).containsExactly("hello");
    assertThat(second.toldTexts()).containsExactly("hello");
  }

  @Test
  void what_is_kept_though_its_owner_could_not_say_so_is_found_by_the_same_owner() {
    first.join(alice);
    store.isCutOff = true;
    assertThat(first.ask(TEA, alice, say("in doubt"), key("k"))).isInstanceOf(Refused.class);
    store.isCutOff = false;

    assertThat(first.ask(TEA, alice, say("in doubt"), key("k").repeated()))
        .isInstanceOf(Done.class);
    assertThat(logged(TEA)).containsExactly("in doubt");
  }

  @Test
  void what_is_asked_again_while_it_is_under_way_is_stored_once() throws Exception {
    first.join(alice);
    var isStoring = new CountDownLatch(1);
    var mayStore = new CountDownLatch(1);
    store.beforeAppend =
        () -> {
          isStoring.countDown();
          await(mayStore);
        };
    var turn = first.begin(TEA, alice, say("first"), key("a"));
    assertThat(isStoring.await(10, TimeUnit.SECONDS)).isTrue();
    var turnAgain = first.begin(TEA, alice, say("first"), key("a").repeated());
    var waiting = first.begin(TEA, alice, say("second"), key("b"));
    var waitingAgain = first.begin(TEA, alice, say("second"), key("b").repeated());
    mayStore.countDown();

    assertThat(Salon.await(turnAgain)).isEqualTo(Salon.await(turn)).isInstanceOf(Done.class);
    assertThat(Salon.await(waitingAgain)).isEqualTo(Salon.await(waiting)).isInstanceOf(Done.class);
    assertThat(logged(TEA)).containsExactly("first", "second");
    assertThat(first.toldTexts()).containsExactly("first", "second");
  }

  @Test
  void what_comes_after_its_repetition_is_not_stored_either() {
    first.join(alice);
    assertThat(first.ask(TEA, alice, say("hello"), key("k").repeated())).isInstanceOf(Done.class);

    assertThat(first.ask(TEA, alice, say("hello"), key("k"))).isInstanceOf(Refused.class);
    assertThat(first.ask(TEA, alice, say("next"), key("l"))).isInstanceOf(Done.class);
    assertThat(logged(TEA)).containsExactly("hello", "next");
  }

  @Test
  void a_key_is_that_of_one_person_in_one_conversation() {
    first.join(alice).join(bob);
    first.ask(TEA, alice, say("alice"), key("k"));
    first.ask(TEA, bob, say("bob"), key("k").repeated());
    first.ask(Pair.of(alice, bob), alice, psst("psst"), key("k").repeated());

    assertThat(logged(TEA)).containsExactly("alice", "bob");
    assertThat(logged(Pair.of(alice, bob))).containsExactly("psst");
  }

  @Test
  void what_was_refused_is_decided_anew() {
    first.join(alice);
    assertThat(first.ask(TEA, bob, say("from outside"), key("k")))
        .isEqualTo(new Refused(new CannotSend(TEA)));
    first.join(bob);
    assertThat(first.ask(TEA, bob, say("from inside"), key("k").repeated()))
        .isInstanceOf(Done.class);
    assertThat(logged(TEA)).containsExactly("from inside");
  }

  @Test
  void a_topic_is_set_once_whatever_it_is_by_now() {
    first.join(alice);
    var set = first.ask(TEA, alice, new SetTopic("one"), key("k"));
    first.ask(TEA, alice, new SetTopic("two"), key("l"));
    first.dies(second);

    var again = second.ask(TEA, alice, new SetTopic("one"), key("k").repeated());
    assertThat(event(again)).isEqualTo(event(set)).isInstanceOf(TopicSet.class);
    assertThat(second.placement.look(TEA).orElseThrow().topic().orElseThrow().text())
        .isEqualTo("two");
  }

  @Test
  void who_is_in_joins_no_second_time_and_who_is_not_joins_anew() {
    first.join(alice).join(bob);
    first.dies(second);
    second.members = second.members.stream().filter(one -> one.person().equals(alice)).toList();

    assertThat(second.ask(TEA, alice, new Join(null), null)).isEqualTo(Done.NOTHING);
    second.join(bob);
    assertThat(second.placement.look(TEA).orElseThrow().size()).isEqualTo(2);
  }

  @Test
  void what_was_said_privately_just_before_its_owner_died_is_told_again_in_order() {
    var pair = Pair.of(alice, bob);
    first.ask(pair, alice, psst("one"), key("k"));
    first.ask(pair, alice, psst("two"), key("l"));

    assertThat(second.ask(pair, alice, psst("two"), key("l").repeated())).isInstanceOf(Done.class);
    second.ask(pair, alice, psst("three"), key("m"));
    assertThat(second.toldTexts()).containsExactly("one", "two", "three");
    assertThat(second.told).extracting(Delivery::only).containsOnly(Set.of(alice.id(), bob.id()));
    assertThat(logged(pair)).containsExactly("one", "two", "three");
  }

  @Test
  void what_became_of_a_private_message_is_told_again_too_and_done_once() {
    var pair = Pair.of(alice, bob);
    long id = event(first.ask(pair, alice, psst("one"), key("k"))).stamp().id();
    var edited = event(first.ask(pair, alice, new Edit(id, "two"), key("l")));
    var reacted = event(first.ask(pair, bob, new React(id, "+1", true), key("m")));

    var again = second.ask(pair, alice, new Edit(id, "two"), key("l").repeated());

    assertThat(event(again)).isEqualTo(edited);
    assertThat(second.told).extracting(Delivery::event).endsWith(edited, reacted).hasSize(3);
    assertThat(second.told).extracting(Delivery::only).containsOnly(Set.of(alice.id(), bob.id()));
    assertThat(second.ask(pair, bob, new React(id, "+1", true), null)).isEqualTo(Done.NOTHING);
    assertThat(second.ask(pair, alice, new Redact(id, ""), key("n"))).isInstanceOf(Done.class);
    assertThat(logged(pair)).containsExactly("");
  }

  private SayPrivately psst(String text) {
    return new SayPrivately(bob, Form.MESSAGE, text, Map.of());
  }

  private static chat.salon.core.port.Page all(ConversationId<?> where) {
    return new chat.salon.core.port.Page(where, 0, Long.MAX_VALUE, 99, true, false, null);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody went on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
