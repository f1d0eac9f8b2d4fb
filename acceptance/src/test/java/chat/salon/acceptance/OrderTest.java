package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What came first has its effect first, and everybody sees one order.
class OrderTest {
  private static final int ROUNDS = 400;

  @ParameterizedTest(name = "with {0} event loops")
  @ValueSource(ints = {1, 2})
  void a_message_is_there_before_the_answer_to_a_later_ping(int loops) {
    try (var salon = TestSalon.with("irc.loops", loops).start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      for (int i = 0; i < ROUNDS; i++) {
        alice.send("PRIVMSG #tea :" + i);
        bob.send("PING " + i);
        bob.expectAll(":alice PRIVMSG #tea :" + i, ":salon.test PONG salon.test " + i);
        alice.send("PRIVMSG bob :" + i);
        bob.send("PING " + i);
        bob.expectAll(":alice PRIVMSG bob :" + i, ":salon.test PONG salon.test " + i);
      }
    }
  }

  // Of connections that have something to say at the same time the system tells in no order that a
  // client could rely on: first of one that has been answered just before. So carol is, in between.
  @Test
  void who_asks_later_sees_what_was_done_before() {
    try (var salon = TestSalon.start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      var carol = salon.connect("carol");
      alice.expect(":bob JOIN #tea");
      for (int i = 0; i < ROUNDS / 4; i++) {
        carol.ping();
        alice.send("TOPIC #tea :" + i);
        bob.send("TOPIC #tea");
        bob.expectAll(
            ":alice TOPIC #tea :" + i,
            ":salon.test 332 bob #tea :" + i,
            ":salon.test 333 bob #tea … …");
        alice.expect(":alice TOPIC #tea :" + i);

        carol.ping();
        bob.send("PART #tea");
        alice.send("NAMES #tea");
        alice.expectAll(
            ":bob PART #tea",
            ":salon.test 353 alice = #tea :@alice",
            ":salon.test 366 alice #tea …");
        bob.expect(":bob PART #tea");
        bob.join("#tea");
        alice.expect(":bob JOIN #tea");

        carol.ping();
        bob.send("NICK robert");
        alice.send("WHOIS robert");
        alice.expectAll(":bob NICK robert", ":salon.test 311 alice robert ~u … * :Real bob");
        alice.until(":salon.test 318 alice robert …");
        bob.expect(":bob NICK robert");
        bob.send("NICK bob");
        bob.expect(":robert NICK bob");
        alice.expect(":robert NICK bob");
      }
    }
  }

  @Test
  void of_two_who_want_the_same_the_first_gets_it() {
    try (var salon = TestSalon.start()) {
      var carol = salon.connect("carol");
      for (int i = 0; i < ROUNDS / 8; i++) {
        var first = salon.connect("first" + i);
        var second = salon.connect("second" + i);
        carol.ping();
        first.send("JOIN #c" + i);
        second.send("JOIN #c" + i);
        assertThat(first.until(":salon.test 353 … = … :…").getLast().param(3))
            .contains("@first" + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void all_see_one_order(Layout layout) throws Exception {
    int people = 6;
    int each = 200;
    try (var salon = layout.setup().with("irc.loops", 2).start("#tea");
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var clients = new ArrayList<IrcClient>();
      for (int i = 0; i < people; i++) {
        clients.add(salon.connect("writer" + i, "echo-message", "message-tags").join("#tea"));
      }
      clients.forEach(IrcClient::expectOnlyJoins);
      var heard = new ArrayList<Callable<List<String>>>();
      for (var client : clients) {
        heard.add(() -> talk(client, each, people * each));
      }
      List<String> order = null;
      for (var one : threads.invokeAll(heard)) {
        if (order == null) {
          order = one.get();
        }
        assertThat(one.get()).isEqualTo(order);
      }
      assertThat(order).hasSize(people * each).doesNotHaveDuplicates();
      assertEachInOwnOrder(order);
    }
  }

  // Writes without waiting, and returns "id nick text" of all that was said, in its order.
  private static List<String> talk(IrcClient client, int each, int all) throws Exception {
    var heard = new ArrayList<String>();
    var writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; i < each; i++) {
                client.send("PRIVMSG #tea :" + i);
              }
            });
    while (heard.size() < all) {
      var line = client.next();
      assertThat(line.command()).isEqualTo("PRIVMSG");
      heard.add(line.tags().get("msgid") + " " + line.source() + " " + line.param(1));
    }
    writer.join();
    return heard;
  }

  private static void assertEachInOwnOrder(List<String> order) {
    Map<String, Integer> next = new HashMap<>();
    String lastId = "";
    for (var one : order) {
      var words = one.split(" ");
      assertThat(words[0]).isGreaterThan(lastId);
      lastId = words[0];
      assertThat(Integer.parseInt(words[2])).isEqualTo(next.merge(words[1], 1, Integer::sum) - 1);
    }
  }
}
