package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// What each capability changes of what a client hears.
class NewsTest extends Conversation {

  @Test
  void server_time_tells_when() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "server-time").join("#tea");
      var bob = salon.joined("bob");
      var join = alice.expect("@time=… :bob JOIN #tea");
      assertThat(join.tags().get("time"))
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
      bob.ask("PRIVMSG #tea :hi");
      var said = alice.expect("@time=… :bob PRIVMSG #tea :hi");
      var time = Instant.parse(said.tags().get("time"));
      assertThat(time)
          .isAfterOrEqualTo(Instant.parse(join.tags().get("time")))
          .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now().plusSeconds(1));
    }
  }

  @Test
  void without_capabilities_there_are_no_tags() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      salon.connect("bob", "message-tags").join("#tea").send("@+x=y PRIVMSG #tea :hi");
      assertThat(alice.expect(":bob JOIN #tea").tags().isEmpty()).isTrue();
      assertThat(alice.expect(":bob PRIVMSG #tea :hi").tags().isEmpty()).isTrue();
    }
  }

  @Test
  void each_message_has_an_id_that_all_see_alike() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "message-tags").join("#tea");
      var bob = salon.connect("bob", "message-tags", "echo-message").join("#tea");
      alice.expect(":bob JOIN #tea");
      var seen = new HashSet<String>();
      for (int i = 0; i < 20; i++) {
        bob.send("PRIVMSG #tea :" + i);
        var id = bob.expect("@msgid=… :bob PRIVMSG #tea :" + i).tags().get("msgid");
        alice.expect("@msgid=" + id + " :bob PRIVMSG #tea :" + i);
        assertThat(seen.add(id)).isTrue();
      }
    }
  }

  @Test
  void client_tags_are_passed_on_and_others_are_not() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "message-tags").join("#tea");
      var bob = salon.connect("bob", "message-tags").join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.ask("@+draft/reply=abc;+typing=done;foo=bar;label=x PRIVMSG #tea :hi");
      var heard = alice.expect(":bob PRIVMSG #tea :hi");
      assertThat(heard.tags().get("+draft/reply")).isEqualTo("abc");
      assertThat(heard.tags().has("foo")).isFalse();
      assertThat(heard.tags().has("label")).isFalse();
    }
  }

  @Test
  void tagmsg_is_for_those_who_know_tags() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "message-tags").join("#tea");
      var carol = salon.joined("carol");
      alice.expect(":carol JOIN #tea");
      var bob = salon.connect("bob", "message-tags").join("#tea");
      alice.expect(":bob JOIN #tea");
      carol.expect(":bob JOIN #tea");
      bob.ask("@+typing=active TAGMSG #tea");
      alice.expect("@+typing=active :bob!~u@127.0.0.1 TAGMSG #tea");
      bob.ask("@+draft/react=👍 TAGMSG alice");
      alice.expect("@+draft/react=👍 :bob TAGMSG alice");
      carol.expectNothing();
    }
  }

  @Test
  void the_account_of_who_speaks_is_a_tag() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "account-tag").join("#tea");
      var bob = salon.member("bob").join("#tea");
      alice.expect("@account=bob :bob JOIN #tea");
      bob.ask("PRIVMSG #tea :hi");
      alice.expect("@account=bob :bob PRIVMSG #tea :hi");
      var carol = salon.joined("carol");
      assertThat(alice.expect(":carol JOIN #tea").tags().has("account")).isFalse();
      bob.expect(":carol JOIN #tea");
      carol.ask("PRIVMSG alice :hi");
      assertThat(alice.expect(":carol PRIVMSG alice :hi").tags().has("account")).isFalse();
    }
  }

  @Test
  void extended_join_tells_account_and_name() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "extended-join");
      alice.send("JOIN #tea");
      alice.expect(":alice!~u@127.0.0.1 JOIN #tea * :Real alice");
      alice.until(":salon.test 366 alice #tea …");
      salon.member("bob").join("#tea");
      alice.expect(":bob!~u@127.0.0.1 JOIN #tea bob :Real bob");
    }
  }

  @Test
  void away_notify_tells_of_coming_and_going() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "away-notify").join("#tea");
      var carol = salon.joined("carol");
      alice.expect(":carol JOIN #tea");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      carol.expect(":bob JOIN #tea");
      bob.ask("AWAY :having tea", ":salon.test 306 bob …");
      alice.expect(":bob!~u@127.0.0.1 AWAY :having tea");
      bob.ask("AWAY", ":salon.test 305 bob …");
      alice.expect(":bob!~u@127.0.0.1 AWAY");
      carol.expectNothing();

      bob.ask("AWAY :again", ":salon.test 306 bob …");
      alice.expect(":bob AWAY :again");
      bob.ask("PART #tea", ":bob PART #tea");
      alice.expect(":bob PART #tea");
      bob.join("#tea");
      alice.expectAll(":bob JOIN #tea", ":bob AWAY :again");
    }
  }

  @Test
  void account_notify_tells_who_logs_in() {
    try (var salon = start("#tea")) {
      salon.account("bobby");
      var alice = salon.connect("alice", "account-notify").join("#tea");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.send("NICKSERV IDENTIFY bobby " + TestSalon.PASSWORD);
      bob.ping();
      alice.until(":bob… ACCOUNT bobby");
    }
  }

  @Test
  void multi_prefix_shows_every_rank() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "multi-prefix").join("#tea");
      alice.ask("MODE #tea +v alice", ":alice MODE #tea +v alice");
      alice.ask(
          "NAMES #tea", ":salon.test 353 alice = #tea :@+alice", ":salon.test 366 alice #tea …");
      alice.ask(
          "WHO #tea",
          ":salon.test 352 alice #tea ~u … … alice H@+ …",
          ":salon.test 315 alice #tea …");
    }
  }

  @Test
  void userhost_in_names_shows_masks() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "userhost-in-names").join("#tea");
      alice.ask(
          "NAMES #tea",
          ":salon.test 353 alice = #tea :@alice!~u@127.0.0.1",
          ":salon.test 366 alice #tea …");
    }
  }

  @Test
  void echo_message_sends_back_what_one_said() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "echo-message", "message-tags").join("#tea");
      salon.connect("bob");
      alice.ask("PRIVMSG #tea :hi", "@msgid=… :alice!~u@127.0.0.1 PRIVMSG #tea :hi");
      alice.ask("NOTICE bob :psst", "@msgid=… :alice!~u@127.0.0.1 NOTICE bob :psst");
      alice.ask("@+x=1 TAGMSG #tea", "@+x=1 :alice!~u@127.0.0.1 TAGMSG #tea");
    }
  }

  @Test
  void a_label_comes_back_with_the_answer() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "labeled-response", "batch", "echo-message").join("#tea");
      alice.ask("@label=a1 PRIVMSG #tea :hi", "@label=a1 :alice PRIVMSG #tea :hi");
      alice.ask("@label=a2 PING x", "@label=a2 :salon.test PONG salon.test x");
      alice.ask("@label=a3 NOSUCHTHING", "@label=a3 :salon.test 421 alice NOSUCHTHING …");
      alice.ask("@label=a4 PRIVMSG nobody :hi", "@label=a4 :salon.test 401 alice nobody …");
      alice.ask("@label=a5 TOPIC #tea :x", "@label=a5 :alice TOPIC #tea :x");
    }
  }

  @Test
  void an_answer_of_several_lines_is_a_batch() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "labeled-response", "batch").join("#tea");
      alice.send("@label=b1 NAMES #tea");
      var ref =
          alice.expect("@label=b1 :salon.test BATCH +… labeled-response").param(0).substring(1);
      alice.expect("@batch=" + ref + " :salon.test 353 alice = #tea :@alice");
      var end = alice.expect("@batch=" + ref + " :salon.test 366 alice #tea …");
      assertThat(end.tags().has("label")).isFalse();
      alice.expect(":salon.test BATCH -" + ref);
      alice.expectNothing();
    }
  }

  @Test
  void a_long_labelled_answer_is_sent_as_the_client_takes_it() {
    int channels = 800;
    try (var salon =
        with("irc.send_queue_bytes", 256 * 1024)
            .with("limits.channels_per_person", channels)
            .start()) {
      var alice = salon.connect("alice");
      for (int i = 0; i < channels; i++) {
        alice.send("JOIN #c" + i, "TOPIC #c" + i + " :" + "x".repeat(380));
        alice.until(":alice TOPIC #c" + i + " …");
      }
      var bob = salon.connect("bob", "labeled-response", "batch");
      bob.expectNothing(); // and his node knows of all
      bob.send("@label=long LIST");
      var ref = bob.expect("@label=long BATCH +… labeled-response").param(0).substring(1);
      var lines = bob.until("BATCH -" + ref);
      assertThat(lines).filteredOn(line -> line.command().equals("322")).hasSize(channels);
      assertThat(lines.subList(0, lines.size() - 1))
          .allMatch(line -> ref.equals(line.tags().get("batch")));
      bob.ask("@label=short PING x", "@label=short :salon.test PONG salon.test x");
    }
  }

  @Test
  void a_labelled_history_is_one_batch() {
    try (var salon = start("#tea")) {
      var alice =
          salon
              .connect("alice", "labeled-response", "batch", "draft/chathistory", "echo-message")
              .join("#tea");
      alice.ask("PRIVMSG #tea :hi", ":alice PRIVMSG #tea :hi");
      alice.send("@label=h CHATHISTORY LATEST #tea * 10");
      var first = alice.next();
      assertThat(
              LinePattern.of("@label=h :salon.test BATCH +… …").matches(first)
                  || LinePattern.of("@label=h :salon.test BATCH +… chathistory #tea")
                      .matches(first))
          .isTrue();
      var rest = alice.until(":salon.test BATCH -" + first.param(0).substring(1));
      assertThat(rest).noneMatch(line -> line.tags().has("label"));
      assertThat(rest).filteredOn(line -> line.command().equals("PRIVMSG")).hasSize(1);
    }
  }

  @Test
  void no_answer_is_an_ack() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "labeled-response", "batch").join("#tea");
      alice.ask("@label=c1 PONG x", "@label=c1 :salon.test ACK");
      alice.ask("@label=c2 PRIVMSG #tea :hi", "@label=c2 :salon.test ACK");
      alice.ask("@label=c3 JOIN #tea", "@label=c3 :salon.test ACK");
    }
  }

  @Test
  void others_never_see_a_label() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "message-tags", "labeled-response", "batch").join("#tea");
      var bob =
          salon
              .connect("bob", "message-tags", "labeled-response", "batch", "echo-message")
              .join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.send("@label=mine PRIVMSG #tea :hi");
      bob.expect("@label=mine :bob PRIVMSG #tea :hi");
      assertThat(alice.expect(":bob PRIVMSG #tea :hi").tags().has("label")).isFalse();
    }
  }

  @Test
  void setname_changes_the_real_name() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "setname").join("#tea");
      var bob = salon.connect("bob", "setname").join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.send("SETNAME :Robert");
      bob.expect(":bob!~u@127.0.0.1 SETNAME Robert");
      alice.expect(":bob!~u@127.0.0.1 SETNAME Robert");
      assertThat(alice.answer("WHOIS bob").getFirst().param(5)).isEqualTo("Robert");
    }
  }

  @Test
  void a_name_that_is_too_long_fails() {
    try (var salon = start()) {
      var alice = salon.connect("alice", "setname", "standard-replies");
      alice.send("SETNAME :" + "x".repeat(300));
      alice.expect(":salon.test FAIL SETNAME INVALID_REALNAME …");
    }
  }

  @Test
  void invite_notify_tells_those_who_could_have_invited() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "invite-notify").join("#tea");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      var carol = salon.connect("carol");
      bob.ask("INVITE carol #tea", ":salon.test 341 bob carol #tea");
      carol.expect(":bob!~u@127.0.0.1 INVITE carol #tea");
      alice.expect(":bob!~u@127.0.0.1 INVITE carol #tea");
    }
  }

  @Test
  void a_guest_may_not_ask_for_what_only_members_have() {
    try (var salon = start()) {
      var alice = salon.connect("alice", "standard-replies", "draft/account-registration");
      alice.send("VERIFY alice 123456");
      assertThat(alice.next().command()).isEqualTo("FAIL");
      alice.expectNothing();
    }
  }
}
