package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What only several nodes can get wrong. All other conversations are run on them too:
/// [Conversation].
class NodesTest {
  // Of so many, some are owned by each node.
  private static final String[] CHANNELS = {"#a", "#b", "#c", "#d", "#e", "#f"};

  @Test
  void owners_are_found_from_everywhere() {
    try (var salon = Layout.THREE_NODES.setup().start(CHANNELS)) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expectOnlyJoins();
      for (var channel : CHANNELS) {
        alice.ask("PRIVMSG " + channel + " :from here");
        bob.expect(":alice PRIVMSG " + channel + " :from here");
        bob.ask("PRIVMSG " + channel + " :from there");
        alice.expect(":bob PRIVMSG " + channel + " :from there");
      }
      assertThat(bob.answer("LIST").stream().filter(line -> line.command().equals("322")))
          .hasSize(CHANNELS.length);
      alice.send("WHOIS bob");
      assertThat(alice.until(":salon.test 318 alice bob …").toString()).contains(CHANNELS);
    }
  }

  @Test
  void what_many_channels_tell_of_a_person_is_heard_once() {
    try (var salon = Layout.THREE_NODES.setup().start(CHANNELS)) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      var carol = salon.joined("carol");
      alice.expectOnlyJoins();
      bob.expectOnlyJoins();
      bob.send("NICK robert");
      bob.expect(":bob NICK robert");
      alice.expect(":bob NICK robert");
      carol.expect(":bob NICK robert");
      alice.expectNothing();
      carol.expectNothing();
      bob.send("QUIT :bye");
      bob.expectEnd("ERROR …");
      alice.expect(":robert QUIT …");
      carol.expect(":robert QUIT …");
      alice.expectNothing();
      carol.expectNothing();
    }
  }

  @Test
  void a_person_on_both_is_gone_with_the_last_connection() {
    try (var salon = Layout.THREE_NODES.setup().start(CHANNELS)) {
      var here = salon.member("alice").join(CHANNELS);
      var there = salon.logIn("alice");
      var bob = salon.joined("bob");
      here.expectOnlyJoins();
      there.expectOnlyJoins();
      here.send("QUIT");
      here.expectEnd("ERROR …");
      bob.expectNothing();
      for (var channel : CHANNELS) {
        bob.ask("PRIVMSG " + channel + " :you there");
        there.expect(":bob PRIVMSG " + channel + " :you there");
      }
      there.send("QUIT");
      there.expectEnd("ERROR …");
      bob.expect(":alice QUIT …");
      bob.expectNothing();
    }
  }

  @Test
  void every_node_speaks_of_the_whole_network() {
    try (var salon = Layout.THREE_NODES.setup().start("#a")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      var carol = salon.connect("carol");
      var dave = salon.connect("dave"); // where alice is
      dave.ask("MODE dave +i", ":dave MODE dave +i");
      alice.expectOnlyJoins();
      bob.expectNothing();
      bob.ask(
          "LINKS",
          ":salon.test 364 bob node2.test node2.test :0 A Salon under test",
          ":salon.test 364 bob node1.test node2.test :1 A Salon under test",
          ":salon.test 364 bob node3.test node2.test :1 A Salon under test",
          ":salon.test 365 bob * …");
      carol.ask(
          "MAP",
          ":salon.test 015 carol :node3.test (1 user)",
          ":salon.test 015 carol :|-node1.test (2 users)",
          ":salon.test 015 carol :`-node2.test (1 user)",
          ":salon.test 017 carol …");
      for (var client : List.of(alice, bob, carol)) {
        var counts = client.answer("LUSERS").stream().map(line -> line.params().getLast()).toList();
        assertThat(counts).contains("There are 3 users and 1 invisible on 3 servers");
        assertThat(counts).contains("Current global users 4, max 4");
      }
      assertThat(alice.answer("LUSERS").toString())
          .contains("I have 2 clients and 2 servers", "Current local users 2, max 2");
      carol.send("WHO *", "VERSION node1.test");
      assertThat(carol.until("351 carol … … …").toString())
          .contains("node1.test alice", "node2.test bob", "node3.test carol");
    }
  }

  @Test
  void who_goes_with_a_node_and_comes_back_is_a_netsplit_and_a_netjoin() {
    try (var salon = Layout.THREE_NODES.setup().start("#a")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob", "batch").join("#a");
      var carol = salon.joined("carol");
      bob.expectOnlyJoins();
      salon.stopNodeOf(alice);
      var split = batch(bob, "netsplit");
      assertThat(split).hasSize(1);
      assertThat(split.getFirst()).matches(LinePattern.of(":alice QUIT :…")::matches);
      carol.expect(":alice QUIT :…");
      awaitGone("alice", bob);

      salon.joined("alice");
      var joined = batch(bob, "netjoin");
      assertThat(joined).hasSize(1);
      assertThat(joined.getFirst()).matches(LinePattern.of(":alice JOIN #a")::matches);
      carol.expect(":alice JOIN #a");
      carol.expectNothing();
      bob.expectNothing();
    }
  }

  // What is in the next batch, which has to be of this type.
  private static List<Line> batch(IrcClient client, String type) {
    var opening = client.expect("BATCH … " + type + " … node1.test");
    var reference = opening.param(0).substring(1);
    var lines = client.until("BATCH -" + reference);
    lines.removeLast();
    assertThat(lines).allMatch(line -> reference.equals(line.tags().get("batch")));
    return lines;
  }

  // The nick is free when the directory knows of the loss too.
  private static void awaitGone(String nick, IrcClient asking) {
    long start = System.nanoTime();
    String found;
    do {
      found = asking.answer("ISON " + nick).getFirst().param(1);
      if (System.nanoTime() - start > Duration.ofMillis(IrcClient.PATIENCE_MILLIS).toNanos()) {
        throw asking.failure(nick + " stays");
      }
    } while (!found.isEmpty());
  }

  @Test
  void what_is_done_to_somebody_holds_wherever_they_are_connected() {
    try (var salon = Layout.THREE_NODES.setup().start("#a")) {
      var alice = salon.connect("alice", "away-notify").join("#a");
      var phone = salon.member("bob").join("#a");
      var laptop = salon.logIn("bob");
      var everywhere = List.of(alice, phone, laptop);
      for (var client : everywhere) {
        client.expectOnlyJoins();
      }
      alice.send("MODE #a +b *!*@127.0.0.1");
      everywhere.forEach(client -> client.expect(":alice MODE #a +b *!*@127.0.0.1"));
      phone.ask("PRIVMSG #a :here", ":salon.test 404 bob #a …");
      laptop.ask("PRIVMSG #a :there", ":salon.test 404 bob #a …");
      alice.send("MODE #a +v bob");
      everywhere.forEach(client -> client.expect(":alice MODE #a +v bob"));
      laptop.send("AWAY :having tea");
      laptop.expect(":salon.test 306 bob …");
      alice.expect(":bob AWAY :having tea");
      phone.send("WHOIS bob");
      phone.until(":salon.test 301 bob bob :having tea");
      phone.until(":salon.test 318 bob bob …");
      alice.send("KICK #a bob :out");
      everywhere.forEach(client -> client.expect(":alice KICK #a bob :out"));
      phone.ask("JOIN #a", ":salon.test 474 bob #a …");
      laptop.ask("JOIN #a", ":salon.test 474 bob #a …");
      laptop.ask("PRIVMSG #a :there", ":salon.test 404 bob #a …");
      alice.expectNothing();
    }
  }

  @Test
  void a_crowd_on_both_hears_everything_in_one_order() throws Exception {
    try (var salon = Layout.THREE_NODES.setup().start(CHANNELS)) {
      var crowd = new Crowd(List.of(CHANNELS), 4000);
      for (int writer = 0; writer < 6; writer++) {
        var client = salon.member("writer" + writer, Crowd.CAPS).join(CHANNELS);
        crowd.add(client, "w" + writer, writer);
      }
      crowd.awaitTalk();
      salon.restart();
      crowd.awaitEnd();
      var reader = salon.logIn("writer0", Crowd.CAPS).join(CHANNELS);
      assertThat(crowd.problems(reader)).isEmpty();
      assertThat(crowd.count()).isGreaterThan(500);
    }
  }
}
