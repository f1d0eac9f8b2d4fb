package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import org.junit.jupiter.api.Test;

/// Several connections of one account are one person.
class SessionsTest extends Conversation {

  @Test
  void who_has_heard_the_end_of_a_connection_finds_its_nick_free() {
    try (var salon = start("#tea")) {
      var bob = salon.joined("bob");
      for (int i = 0; i < 50; i++) {
        var alice = salon.joined("alice");
        bob.expect(":alice JOIN #tea");
        alice.send("QUIT :bye");
        alice.expectEnd("ERROR …");
        bob.expect(":alice QUIT :Quit: bye");
      }
    }
  }

  @Test
  void two_connections_are_one_nick() {
    try (var salon = start("#tea")) {
      var bob = salon.joined("bob");
      var phone = salon.member("alice").join("#tea");
      bob.expect(":alice JOIN #tea");
      var laptop = salon.logIn("alice");
      laptop.ping();
      bob.expectNothing();
      assertThat(bob.answer("NAMES #tea").getFirst().param(3).split(" "))
          .containsExactlyInAnyOrder("@bob", "alice");
      bob.ask("PRIVMSG alice :hi");
      phone.expect(":bob PRIVMSG alice :hi");
      laptop.expect(":bob PRIVMSG alice :hi");
    }
  }

  @Test
  void a_second_connection_is_in_the_channels_of_the_first() {
    try (var salon = start()) {
      var phone = salon.member("alice").join("#tea");
      phone.ask("TOPIC #tea :Assam", ":alice TOPIC #tea :Assam");
      var laptop = salon.dial();
      laptop.send("CAP REQ :sasl", "NICK alice", "USER u 0 * :Real alice");
      laptop.expect("CAP … ACK :sasl");
      laptop.send("AUTHENTICATE PLAIN");
      laptop.expect("AUTHENTICATE +");
      laptop.send("AUTHENTICATE " + Sasl.plain("alice", TestSalon.PASSWORD));
      laptop.until("903 … …");
      laptop.send("CAP END");
      laptop.until(":alice!~u@127.0.0.1 JOIN #tea");
      laptop.expectAll(
          ":salon.test 332 alice #tea :Assam",
          ":salon.test 333 alice #tea … …",
          ":salon.test 353 alice = #tea :@alice",
          ":salon.test 366 alice #tea …");
      laptop.expectNothing();
      phone.expectNothing();
    }
  }

  @Test
  void what_one_connection_does_the_other_sees() {
    try (var salon = start("#tea")) {
      var phone = salon.member("alice", "echo-message").join("#tea");
      var laptop = salon.logIn("alice");
      laptop.send("PRIVMSG #tea :from the laptop");
      phone.expect(":alice PRIVMSG #tea :from the laptop");
      laptop.join("#coffee");
      phone.expect(":alice JOIN #coffee");
      phone.until(":salon.test 366 alice #coffee …");
      laptop.expectNothing();
      phone.send("PART #tea");
      phone.expect(":alice PART #tea");
      laptop.expect(":alice PART #tea");
      var bob = salon.connect("bob");
      laptop.ask("PRIVMSG bob :hi");
      bob.expect(":alice PRIVMSG bob :hi");
      phone.expect(":alice PRIVMSG bob :hi");
    }
  }

  @Test
  void the_person_stays_until_the_last_connection_has_gone() {
    try (var salon = start("#tea")) {
      var bob = salon.joined("bob");
      var phone = salon.member("alice").join("#tea");
      bob.expect(":alice JOIN #tea");
      var laptop = salon.logIn("alice");
      phone.send("QUIT :battery");
      phone.expectEnd("ERROR …");
      bob.expectNothing();
      bob.ask("PRIVMSG #tea :still there?");
      laptop.expect(":bob PRIVMSG #tea :still there?");
      laptop.send("QUIT :good night");
      laptop.expectEnd("ERROR …");
      bob.expect(":alice QUIT :Quit: good night");
    }
  }

  @Test
  void each_connection_hears_as_its_own_capabilities_say() {
    try (var salon = start("#tea")) {
      var phone = salon.member("alice", "message-tags", "server-time").join("#tea");
      var laptop = salon.logIn("alice");
      var bob = salon.joined("bob");
      phone.expect("@time=…;msgid=… :bob JOIN #tea");
      assertThat(laptop.expect(":bob JOIN #tea").tags().isEmpty()).isTrue();
      bob.ask("PRIVMSG #tea :hi");
      phone.expect("@time=…;msgid=… :bob PRIVMSG #tea :hi");
      assertThat(laptop.expect(":bob PRIVMSG #tea :hi").tags().isEmpty()).isTrue();
    }
  }

  @Test
  void who_logs_out_on_one_connection_is_a_guest_on_all() {
    try (var salon = start("#tea")) {
      var phone = salon.member("oscar").join("#tea");
      var laptop = salon.logIn("oscar");
      var bob = salon.joined("bob");
      phone.expect(":bob JOIN #tea");
      laptop.expect(":bob JOIN #tea");
      phone.send("PRIVMSG NickServ :ADMIN " + salon.administratorCode());
      phone.until(":oscar MODE oscar +o");
      laptop.expect(":oscar MODE oscar +o");
      laptop.ask("REHASH", ":salon.test 382 oscar … …");
      laptop.send("PRIVMSG NickServ :INFO");
      assertThat(laptop.ping().toString()).contains("Role: administrator");
      laptop.send("WHOIS bob");
      laptop.until(":salon.test 338 oscar bob … 127.0.0.1 …");
      laptop.until(":salon.test 318 oscar bob …");

      phone.send("PRIVMSG NickServ :LOGOUT");
      var guest = laptop.until(":oscar NICK …").getLast().param(0);
      bob.expect(":oscar NICK " + guest);
      laptop.ask("REHASH", ":salon.test 481 " + guest + " …");
      laptop.ask("PRIVMSG NickServ :INFO", ":NickServ NOTICE " + guest + " :You are not logged in");
      bob.send("WHOIS " + guest);
      assertThat(bob.until(":salon.test 318 bob " + guest + " …"))
          .extracting(Line::command)
          .doesNotContain("313", "330", "307");
    }
  }

  @Test
  void who_gives_up_a_role_on_one_connection_has_it_on_none() {
    try (var salon = start()) {
      var phone = salon.member("oscar");
      phone.send("PRIVMSG NickServ :ADMIN " + salon.administratorCode());
      phone.until(":oscar MODE oscar +o");
      phone.ping();
      var laptop = salon.logIn("oscar");
      laptop.ask("REHASH", ":salon.test 382 oscar … …");
      phone.send("MODE oscar -o");
      phone.expect(":oscar MODE oscar -o");
      laptop.expect(":oscar MODE oscar -o");
      laptop.ask("REHASH", ":salon.test 481 oscar …");
    }
  }

  @Test
  void a_guest_under_the_same_nick_is_not_let_in() {
    try (var salon = start()) {
      salon.member("alice");
      var guest = salon.dial();
      guest.send("NICK alice", "USER u 0 * :Not alice");
      guest.expect(":salon.test 433 * alice …");
    }
  }
}
