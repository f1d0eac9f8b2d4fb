package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What keeps a server from being worn down: silence, haste and numbers have their bounds.
class BoundsTest {

  @Test
  void who_does_not_answer_is_gone_and_the_others_hear_why() {
    try (var salon =
        TestSalon.with("irc.ping_seconds", 1).with("irc.pong_seconds", 1).start("#tea")) {
      var alice = salon.joined("alice");
      var sloth = salon.joined("sloth");
      alice.expect(":sloth JOIN #tea");
      var quit = LinePattern.of(":sloth QUIT :Ping timeout: … seconds");
      while (true) {
        var line = alice.next();
        if (line.command().equals("PING")) {
          alice.send("PONG " + line.param(0));
        } else {
          assertThat(quit.matches(line)).as(line.toString()).isTrue();
          break;
        }
      }
      sloth.expect("PING …");
      sloth.expectEnd("ERROR :… [Ping timeout: …]");
      alice.send("PING still-here");
      alice.until("PONG … still-here");
    }
  }

  @Test
  void who_does_not_register_in_time_is_sent_away() {
    try (var salon = TestSalon.with("irc.registration_seconds", 1).start()) {
      var sloth = salon.dial();
      sloth.send("NICK sloth");
      sloth.expectEnd("ERROR :…");
    }
  }

  @Test
  void who_says_too_much_before_registering_is_sent_away() {
    try (var salon = TestSalon.with("irc.registration_lines", 5).start()) {
      var visitor = salon.dial();
      visitor.send(IntStream.range(0, 7).mapToObj(i -> "NICK n" + i).toArray(String[]::new));
      visitor.expectEnd("ERROR :…");
    }
  }

  @Test
  void one_address_has_so_many_connections() {
    try (var salon = TestSalon.with("irc.connections_per_address", 2).start()) {
      var alice = salon.connect("alice");
      salon.connect("bob");
      salon.dial().expectEnd("ERROR :…");
      alice.send("QUIT");
      alice.expectEnd("ERROR …");
      // The place is free once the server has closed its side, which it has before it says so here.
      var carol = salon.dial();
      carol.register("carol");
    }
  }

  @Test
  void one_address_connects_so_often_a_minute() {
    try (var salon = TestSalon.with("irc.connections_per_minute", 3).start()) {
      for (int i = 0; i < 3; i++) {
        salon.connect("n" + i).close();
      }
      salon.dial().expectEnd("ERROR :…");
    }
  }

  @Test
  void who_hurries_is_slowed_down_but_heard() {
    try (var salon =
        TestSalon.with("irc.flood_burst", 5).with("irc.flood_lines_per_second", 10).start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      long began = System.nanoTime();
      bob.send(IntStream.range(0, 20).mapToObj(i -> "PRIVMSG #tea :" + i).toArray(String[]::new));
      for (int i = 0; i < 20; i++) {
        alice.expect(":bob PRIVMSG #tea :" + i);
      }
      // 20 lines at 10 a second after a burst of 5, of which registering took some
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isGreaterThan(Duration.ofMillis(1200));
    }
  }

  @Test
  void who_does_not_stop_is_sent_away() {
    try (var salon =
        TestSalon.with("irc.flood_burst", 5)
            .with("irc.flood_lines_per_second", 1)
            .with("irc.receive_queue_lines", 8)
            .start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.send(IntStream.range(0, 100).mapToObj(i -> "PRIVMSG #tea :" + i).toArray(String[]::new));
      assertThat(alice.until(":bob QUIT :Excess Flood")).hasSizeLessThan(50);
    }
  }
}
