package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.irc.OperatorEntry;
import chat.salon.irc.OperatorSettings.TagReaders;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Operators: how somebody becomes one, what they may do then, and that it is written down.
class StaffTest {
  private static TestSalon start(Layout layout, String... channels) {
    return setup(layout).start(channels);
  }

  private static TestSalon.Setup setup(Layout layout) {
    return layout
        .setup()
        .staffed()
        .with(
            "operators.operators",
            List.of(
                OperatorEntry.parse("oscar staff plain:open-sesame whois=keeps this up"),
                OperatorEntry.parse("hilda helper plain:open-sesame notices=k")));
  }

  @ParameterizedTest
  @EnumSource
  void oper_makes_an_operator_and_mode_o_ends_it(Layout layout) {
    try (var salon = start(layout)) {
      var oscar = salon.connect("oscar");
      var alice = salon.connect("alice");
      oscar.ask("OPER oscar wrong", "491 oscar …");
      oscar.ask("OPER nobody open-sesame", "491 oscar …");
      oscar.ask("OPER oscar", "491 oscar …");
      oscar.ask("OPER", "461 oscar OPER …");
      oscar.send("OPER Oscar open-sesame");
      var lines = oscar.ping().toString();
      assertThat(lines).contains("381 oscar").contains("MODE oscar +o");
      assertThat(oscar.answer("MODE oscar").toString()).contains("+os");
      assertThat(oscar.answer("WHOIS oscar").toString()).contains("313 oscar oscar :keeps this up");
      alice.expectNothing(); // and her node has heard of it
      assertThat(alice.answer("WHOIS oscar").toString()).contains("313 alice oscar");
      assertThat(alice.answer("STATS p").toString()).contains("249 alice p :oscar (");

      oscar.send("MODE oscar -o");
      assertThat(oscar.ping().toString()).contains("MODE oscar -o");
      alice.expectNothing();
      assertThat(alice.answer("WHOIS oscar").toString()).doesNotContain("313 alice oscar");
      oscar.ask("KILL alice no", "481 oscar …");
      oscar.send("OPER oscar open-sesame");
      oscar.until("381 oscar …");
      oscar.send("DEOPER");
      oscar.until("MODE oscar -o");
      assertThat(oscar.answer("AUDIT").toString()).contains("481 oscar");
    }
  }

  @ParameterizedTest
  @EnumSource
  void kill_ends_somebody_on_any_node_and_is_written_down(Layout layout) {
    try (var salon = start(layout, "#tea")) {
      var oscar = salon.oper("oscar", "oscar");
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("KILL bob why", "481 alice …");
      oscar.ask("KILL nobody why", "401 oscar nobody …");
      oscar.ask("KILL", "461 oscar KILL …");
      oscar.send("KILL bob :enough is enough");
      bob.expectEnd("ERROR …");
      alice.expect(":bob QUIT :Killed (oscar (enough is enough))");
      oscar.send("KILL alice");
      alice.expectEnd("ERROR …");
      assertThat(oscar.answer("AUDIT 5").toString())
          .contains("oscar (oscar!")
          .contains("kill bob!")
          .contains("reason=enough is enough");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_class_may_do_what_it_says_and_no_more(Layout layout) {
    try (var salon = start(layout)) {
      var hilda = salon.oper("hilda", "hilda");
      var alice = salon.connect("alice");
      hilda.ask("WALLOPS :hello", "481 hilda …");
      hilda.ask("KLINE *!*@evil.example", "481 hilda …");
      hilda.ask("SAJOIN alice #tea", "481 hilda …");
      hilda.ask("REHASH", "481 hilda …");
      hilda.send("KILL alice");
      alice.expectEnd("ERROR …");
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_is_an_operator_may_do_the_same_on_all_their_connections(Layout layout) {
    try (var salon = start(layout)) {
      var here = salon.member("hilda");
      var there = salon.logIn("hilda");
      var alice = salon.connect("alice");
      there.send("OPER hilda open-sesame");
      there.until("381 hilda …");
      here.until("MODE hilda +o");
      here.ask("KLINE *!*@evil.example", "481 hilda …");
      here.ask("WALLOPS :hello", "481 hilda …");
      here.send("KILL alice");
      alice.expectEnd("ERROR …");
      here.send("DEOPER").until("MODE hilda -o");
      there.until("MODE hilda -o");
      there.ask("KILL hilda", "481 hilda …");
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_is_an_operator_stays_one_when_they_connect_once_more(Layout layout) {
    try (var salon = start(layout, "#tea")) {
      var hilda = salon.member("hilda");
      hilda.send("OPER hilda open-sesame");
      hilda.until("381 hilda …");
      hilda.ping();
      for (int node = 0; node < salon.nodes(); node++) {
        var more = salon.on(node).logIn("hilda");
        salon.on(node).program("hilda");
        hilda.expectNothing();
        assertThat(more.answer("MODE hilda").toString()).contains("+os");
        more.ask("KLINE *!*@evil.example", "481 hilda …");
        var alice = salon.connect("alice");
        more.expectNothing(); // and her node knows of alice
        more.send("KILL alice");
        alice.expectEnd("ERROR …");
        hilda.until("NOTICE hilda …");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void wallops_are_for_who_wants_them(Layout layout) {
    try (var salon = start(layout)) {
      var oscar = salon.oper("oscar", "oscar");
      var alice = salon.connect("alice");
      var bob = salon.connect("bob");
      alice.ask("MODE alice +w", ":alice MODE alice +w");
      assertThat(alice.answer("MODE alice").toString()).contains("w");
      bob.ask("WALLOPS :hi", "481 bob …");
      oscar.send("WALLOPS :the disk is full");
      alice.expect(":oscar WALLOPS :the disk is full");
      bob.expectNothing();
      alice.ask("MODE alice -w", ":alice MODE alice -w");
      oscar.send("WALLOPS :again");
      oscar.ping();
      alice.expectNothing();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everybody_hears_an_announcement_at_every_door(Layout layout) {
    try (var salon = start(layout)) {
      var oscar = salon.oper("oscar", "oscar");
      var alice = salon.connect("alice");
      var jules = salon.newProgram("jules");
      oscar.send("ANNOUNCE :back in five minutes");
      alice.expect("NOTICE alice :Announcement: back in five minutes");
      assertThat(text(jules.until("notice"), "notice")).contains("back in five minutes");
    }
  }

  @ParameterizedTest
  @EnumSource
  void staff_hear_what_they_asked_for(Layout layout) {
    try (var salon = start(layout)) {
      var oscar = salon.oper("oscar", "oscar");
      var alice = salon.connect("alice");
      alice.ask("MODE alice +n", "481 alice …");
      oscar.send("MODE oscar +n k");
      assertThat(oscar.ping().toString()).contains("008 oscar +k").contains("MODE oscar +n");
      var olga = salon.oper("olga", "oscar");
      olga.send("KILL alice :spam");
      alice.expectEnd("ERROR …");
      assertThat(oscar.until("NOTICE oscar …").toString()).contains("olga killed alice!");
    }
  }

  @ParameterizedTest
  @EnumSource
  void staff_act_for_others_in_channels(Layout layout) {
    try (var salon = start(layout)) {
      var oscar = salon.oper("oscar", "oscar");
      var alice = salon.connect("alice").join("#tea");
      var bob = salon.connect("bob");
      alice.send("MODE #tea +ik secret");
      alice.until(":alice MODE #tea +ik secret");
      alice.ask("SAJOIN bob #tea", "481 alice …");
      oscar.send("SAJOIN bob #tea");
      bob.until(":bob JOIN #tea");
      bob.until("366 bob #tea …");
      alice.expect(":bob JOIN #tea");
      oscar.ask("SAJOIN bob #tea", "443 oscar bob #tea …");
      oscar.send("SAMODE #tea +o-i bob");
      alice.until(":oscar MODE #tea … bob");
      assertThat(alice.answer("MODE #tea").toString()).doesNotContain("+ikn");
      oscar.ask("SAMODE #nowhere +i", "403 oscar #nowhere …");
      oscar.send("SAKICK #tea bob :out");
      alice.until(":oscar KICK #tea bob :out");
      oscar.ask("SAKICK #tea bob", "441 oscar bob #tea …");
      oscar.send("SAPART alice #tea :bye");
      alice.until(":alice PART #tea :bye");
      oscar.send("SAJOIN #coffee");
      oscar.until("366 oscar #coffee …");
      assertThat(oscar.answer("AUDIT").toString())
          .contains("sajoin bob!")
          .contains("samode #tea")
          .contains("sakick bob!")
          .contains("sapart alice!");
    }
  }

  @ParameterizedTest
  @EnumSource
  void staff_give_others_another_nick_and_an_account(Layout layout) {
    try (var salon = start(layout)) {
      var oscar = salon.oper("oscar", "oscar");
      var alice = salon.connect("alice");
      var bob = salon.connect("bob");
      oscar.send("SANICK alice alicia");
      alice.until(":alice NICK alicia");
      oscar.ask("SANICK alicia bob", "433 oscar bob …");
      oscar.ask("SANICK alicia #no", "432 oscar #no …");
      bob.ask("SAREGISTER jules " + TestSalon.PASSWORD, "481 bob …");
      oscar.send("SAREGISTER jules " + TestSalon.PASSWORD);
      oscar.until("NOTICE oscar :The account jules is made");
      salon.logIn("jules");
    }
  }

  @ParameterizedTest
  @EnumSource
  void stats_tell_everybody_little_and_staff_more(Layout layout) {
    try (var salon = start(layout)) {
      var oscar = salon.oper("oscar", "oscar");
      var alice = salon.connect("alice");
      alice.ask("STATS", "461 alice STATS …");
      assertThat(alice.answer("STATS u").toString()).contains("242 alice :Server Up");
      alice.ask("STATS o", "481 alice …", "219 alice o …");
      assertThat(oscar.answer("STATS o").toString()).contains("243 oscar O *@* * oscar staff");
      assertThat(oscar.answer("STATS m").toString()).contains("212 oscar OPER");
      assertThat(oscar.answer("STATS l").toString()).contains("211 oscar oscar[");
      assertThat(oscar.answer("STATS z").toString()).contains("219 oscar z");
    }
  }

  @ParameterizedTest
  @EnumSource
  void messages_of_operators_have_a_tag_for_who_wants_it(Layout layout) {
    try (var salon = start(layout)) {
      var oscar = salon.oper("oscar", "oscar");
      var alice = salon.connect("alice", "draft/oper");
      var bob = salon.connect("bob");
      oscar.send("PRIVMSG alice :hi", "PRIVMSG bob :hi");
      assertThat(alice.next().tags().has("draft/oper")).isTrue();
      assertThat(bob.next().tags().has("draft/oper")).isFalse();
      bob.send("PRIVMSG alice :ho");
      assertThat(alice.next().tags().has("draft/oper")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void where_the_tag_is_for_operators_all_of_them_see_it_from_the_beginning(Layout layout) {
    try (var salon = layout.setup().staffed().with("operators.tag", TagReaders.OPERATORS).start()) {
      var first = salon.member("mona");
      first.send("NS ADMIN " + salon.administratorCode()).until("NOTICE mona :You are admin…");
      var mona = salon.logIn("mona", "draft/oper");
      var oscar = salon.oper("oscar");
      var alice = salon.connect("alice", "draft/oper");
      oscar.send("PRIVMSG alice :hi", "PRIVMSG mona :hi");
      assertThat(alice.next().tags().has("draft/oper")).isFalse();
      assertThat(mona.next().tags().has("draft/oper")).isTrue();
    }
  }
}
