package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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
