package chat.salon.acceptance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where people are sent who cannot come in, how many come in at once, and how often the same is
/// said.
class ChannelBoundsTest extends Conversation {

  @Test
  void who_cannot_come_in_is_sent_to_another_channel() {
    try (var salon = start("#tea", "#hall")) {
      var alice = salon.joined("alice", "#tea", "#hall");
      alice.ask("MODE #tea +if #hall", ":alice MODE #tea +if #hall");
      var bob = salon.connect("bob");
      bob.send("JOIN #tea");
      bob.expect(":salon.test 470 bob #tea #hall …");
      bob.expect(":bob JOIN #hall");
      bob.until(":salon.test 366 bob #hall …");
      alice.expect(":bob JOIN #hall");
      bob.ask("JOIN #tea", ":salon.test 470 bob #tea #hall …"); // there already
      alice.ask("MODE #tea -f", ":alice MODE #tea -f");
      bob.ask("JOIN #tea", ":salon.test 473 bob #tea …");
    }
  }

  @Test
  void who_is_sent_in_circles_stays_where_they_are() {
    try (var salon = start("#tea", "#hall")) {
      var alice = salon.joined("alice", "#tea", "#hall");
      alice.ask("MODE #tea +if #hall", ":alice MODE #tea +if #hall");
      alice.ask("MODE #hall +if #tea", ":alice MODE #hall +if #tea");
      salon
          .connect("bob")
          .ask("JOIN #tea", ":salon.test 470 bob #tea #hall …", ":salon.test 473 bob #hall …");
    }
  }

  @Test
  void people_are_sent_only_where_the_operator_operates() {
    try (var salon = start("#tea", "#hall")) {
      var bob = salon.joined("bob", "#hall");
      var alice = salon.joined("alice", "#tea");
      alice.ask("MODE #tea +f #hall", ":salon.test 482 alice #hall …");
      alice.ask("MODE #tea +f #nowhere", ":salon.test 696 alice #tea f #nowhere …");
      alice.ask("MODE #tea +f #tea", ":salon.test 696 alice #tea f #tea …");
      alice.ask("MODE #tea +f hall", ":salon.test 696 alice #tea f hall …");
      bob.ask("MODE #tea +f #hall", ":salon.test 442 bob #tea …");
      alice.ask("MODE #tea +mf #hall", ":alice MODE #tea +m", ":salon.test 482 alice #hall …");
    }
  }

  @Test
  void so_many_come_in_at_once_and_no_more() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +j 2:600", ":alice MODE #tea +j 2:600");
      for (var nick : new String[] {"bob", "carol"}) {
        salon.joined(nick);
        alice.expect(":" + nick + " JOIN #tea");
      }
      var dora = salon.connect("dora");
      dora.ask("JOIN #tea", ":salon.test 480 dora #tea …");
      alice.send("INVITE dora #tea");
      alice.ping();
      dora.expect(":alice INVITE dora #tea");
      dora.join("#tea");
      alice.expect(":dora JOIN #tea");
      alice.ask("MODE #tea -j", ":alice MODE #tea -j");
      salon.joined("erin");
    }
  }

  @Test
  void the_same_is_said_so_often_and_no_more() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +d 2:600", ":alice MODE #tea +d 2:600");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("PRIVMSG #tea :buy now");
      bob.ask("PRIVMSG #tea :Buy NOW ");
      bob.ask("PRIVMSG #tea :buy now", ":salon.test 404 bob #tea …");
      bob.ask("PRIVMSG #tea :or later");
      alice.expect(":bob PRIVMSG #tea :buy now");
      alice.expect(":bob PRIVMSG #tea :Buy NOW ");
      alice.expect(":bob PRIVMSG #tea :or later");
      for (int i = 0; i < 4; i++) {
        alice.ask("PRIVMSG #tea :no"); // with a rank
        bob.expect(":alice PRIVMSG #tea no");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+j 5", "+j 0:5", "+d 5:", "+d x:y", "+j 101:1", "+d 1:3601", "+j"})
  void what_is_no_bound_is_refused(String change) {
    try (var salon = start("#tea")) {
      salon.joined("alice").ask("MODE #tea " + change, ":salon.test 696 alice #tea … … …");
    }
  }

  @Test
  void all_of_it_is_told_and_kept() {
    try (var salon = start("#hall")) {
      salon.account("alice");
      var alice = salon.logIn("alice").join("#tea", "#hall");
      alice.send("PRIVMSG ChanServ :REGISTER #tea");
      alice.ping();
      alice.ask("MODE #tea +fjd #hall 5:10 3:60", ":alice MODE #tea +fjd #hall 5:10 3:60");
      alice.ask(
          "MODE #tea",
          ":salon.test 324 alice #tea +nrtfjd #hall 5:10 3:60",
          ":salon.test 329 alice #tea …");
      salon.restart();
      var again = salon.logIn("alice"); // who belongs to a registered channel is in it
      again.ask(
          "MODE #tea",
          ":salon.test 324 alice #tea +nrtfjd #hall 5:10 3:60",
          ":salon.test 329 alice #tea …");
    }
  }
}
