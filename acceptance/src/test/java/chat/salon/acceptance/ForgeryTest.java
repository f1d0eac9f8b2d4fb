package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.cluster.ClusterNode;
import chat.salon.cluster.Forger;
import chat.salon.core.ChannelName;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Stamp;
import chat.salon.core.request.ChangeModes;
import chat.salon.core.request.Invite;
import chat.salon.core.request.Join;
import chat.salon.core.request.Kick;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.TakeNote.News;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One node of three is in other hands, and lies. Alice and bob are on the other two; mallory is on
/// it.
class ForgeryTest {
  private static final String[] CHANNELS = {"#a", "#b", "#c", "#d", "#e", "#f"};
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ALICES_NODE = 1;
  private static final int BOBS_NODE = 2;
  private static final long EPOCHS = 8; // more than a channel of a short test has

  private final TestSalon salon = Layout.THREE_NODES.setup().start(CHANNELS);
  private final IrcClient alice = salon.joined("alice");
  private final IrcClient bob = salon.joined("bob");
  private final IrcClient mallory = salon.connect("mallory");
  private final Forger forger = new Forger(salon.cluster().getLast());
  private final Person alicesSelf = forger.person("alice");
  private final Person bobsSelf = forger.person("bob");
  private final Person mallorysSelf = forger.person("mallory");
  private final ChannelName channel;
  private long lies;

  ForgeryTest() {
    alice.expectOnlyJoins();
    channel =
        List.of(CHANNELS).stream()
            .map(name -> ChannelName.parse(name).orElseThrow())
            .filter(forger::isElsewhere)
            .findFirst()
            .orElseThrow();
  }

  // Where nobody lies, the same log has to be empty: each TestSalon sees to that.
  @AfterEach
  void close() {
    if (lies == 0) {
      salon.close();
    } else {
      assertThatThrownBy(salon::close).hasMessageContaining("node3.test says what it may not");
    }
  }

  private static Say words() {
    return new Say(Form.MESSAGE, "never said", Map.of(), null);
  }

  private Fact fact(Person by) {
    return new Fact(by.id().value(), 1);
  }

  private void lie(Runnable said) {
    lies++;
    said.run();
  }

  // Each is counted, and nobody is shown anything.
  private void expectNothing() {
    long start = System.nanoTime();
    while (alarms() < lies) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError(alarms() + " alarms for " + lies + " lies");
      }
      LockSupport.parkNanos(1_000_000);
    }
    alice.expectNothing();
    bob.expectNothing();
    mallory.expectNothing();
    assertThat(alarms()).isEqualTo(lies);
    bob.ask("PRIVMSG " + channel.shown() + " :still here");
    alice.expect(":bob PRIVMSG " + channel.shown() + " :still here");
  }

  private long alarms() {
    return salon.cluster().stream().mapToLong(ClusterNode::falseClaims).sum();
  }

  @Test
  void what_it_asks_for_people_of_other_nodes_is_dropped() {
    var promotion = new ChangeModes(List.of(new Ranked(mallorysSelf.nick(), null, Rank.OP, true)));
    var invented =
        new Person(
            new PersonId(mallorysSelf.id().value() + 256),
            Forger.nick("nobody"),
            "~user",
            "host",
            "Nobody",
            null,
            null,
            Person.Standing.PLAIN);
    lie(() -> forger.ask(channel, alicesSelf, ALICES_NODE, words()));
    lie(() -> forger.ask(channel, alicesSelf, forger.number(), words()));
    lie(() -> forger.ask(channel, alicesSelf, ALICES_NODE, promotion));
    lie(() -> forger.ask(channel, alicesSelf, ALICES_NODE, new Kick(bobsSelf.nick(), "out")));
    lie(() ->
        forger.ask(
            channel,
            alicesSelf,
            ALICES_NODE,
            new TakeNote(new News.Gone("bye", fact(mallorysSelf)))));
    lie(() -> forger.ask(channel, invented, forger.number(), new Join(null)));
    lie(() -> forger.askAs(ALICES_NODE, channel, alicesSelf, words()));
    expectNothing();
  }

  @Test
  void it_is_not_taken_for_the_node_that_it_asks() {
    var alices = salon.cluster().getFirst();
    boolean isAlices = !new Forger(alices).isElsewhere(channel);
    forger.askAsOwner(
        isAlices ? alices : salon.cluster().get(1),
        channel,
        isAlices ? alicesSelf : bobsSelf,
        words());
    lie(() -> forger.ask(channel, alicesSelf, forger.number(), words())); // and it came after them
    expectNothing();
  }

  @Test
  void what_it_says_of_its_own_people_is_held_against_the_directory() {
    var number = forger.number();
    var pretender = mallorysSelf.withNick(alicesSelf.nick());
    var member = mallorysSelf.withAccount(Forger.account("alice"));
    lie(() -> forger.ask(channel, pretender, number, words()));
    lie(() -> forger.ask(channel, member, number, words()));
    lie(() -> forger.ask(channel, mallorysSelf, ALICES_NODE, new Join(null)));
    lie(() -> forger.askAsAdministrator(channel, mallorysSelf, new Kick(bobsSelf.nick(), "out")));
    lie(() ->
        forger.ask(
            channel,
            mallorysSelf,
            number,
            new TakeNote(new News.Changed(member, fact(mallorysSelf)))));
    lie(() ->
        forger.ask(
            channel,
            mallorysSelf,
            number,
            new TakeNote(new News.Changed(alicesSelf, fact(mallorysSelf)))));
    lie(() ->
        forger.ask(channel, mallorysSelf, number, new TakeNote(new News.OffNode(ALICES_NODE))));
    lie(() -> forger.askBy(alicesSelf.id().value(), channel, mallorysSelf, words()));
    lie(() -> forger.ask(channel, mallorysSelf, number, new Invite(pretender)));
    expectNothing();
  }

  @Test
  void a_private_conversation_of_others_is_closed_to_it() {
    var pair = Pair.of(alicesSelf, bobsSelf);
    alice.ask("PRIVMSG bob :psst");
    bob.expect(":alice PRIVMSG bob :psst");
    if (forger.isElsewhere(pair)) {
      var words = new SayPrivately(bobsSelf, Form.MESSAGE, "never said", Map.of());
      lie(() -> forger.ask(pair, mallorysSelf, forger.number(), words));
      lie(() -> forger.ask(pair, alicesSelf, ALICES_NODE, words));
    }
    expectNothing();
  }

  @Test
  void what_it_wishes_for_people_of_other_nodes_is_refused() {
    lie(() -> forger.wishNick(alicesSelf.id(), "malice"));
    lie(() -> forger.wishChange(bobsSelf, Forger.administrator(bobsSelf)));
    lie(() -> forger.wishForgotten(alicesSelf.id()));
    lie(() -> forger.wishEntry(alicesSelf.withNick(Forger.nick("malice"))));
    expectNothing();
    assertThat(forger.person("alice").id()).isEqualTo(alicesSelf.id());
    assertThat(forger.person("bob").standing().oper()).isFalse();
  }

  @Test
  void what_it_does_not_own_it_cannot_tell_of() {
    lie(() -> {
      for (long epoch = 1; epoch <= EPOCHS; epoch++) {
        forger.carry(BOBS_NODE, epoch, said());
      }
    });
    lie(() -> forger.tell(BOBS_NODE, ALICES_NODE, alicesSelf));
    lie(() -> forger.carryAs(ALICES_NODE, salon.cluster().get(1), 1, said()));
    expectNothing();
    assertThat(salon.cluster().get(1).salon().people().directory().nodes(alicesSelf.id()))
        .containsExactly(ALICES_NODE);
  }

  private Said said() {
    return new Said(
        new Stamp(1L << 60, 1),
        channel,
        alicesSelf,
        Form.MESSAGE,
        channel.shown(),
        null,
        "never said",
        Map.of(),
        null);
  }
}
