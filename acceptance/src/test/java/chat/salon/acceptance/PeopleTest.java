package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Who is who: WHO, WHOIS, WHOWAS, AWAY, USERHOST, ISON.
class PeopleTest extends Conversation {

  @Test
  void who_tells_of_a_channel() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("AWAY :gone", ":salon.test 306 bob …");
      var here = " ~u 127.0.0.1 " + salon.server(alice);
      var there = " ~u 127.0.0.1 " + salon.server(bob);
      alice.send("WHO #tea");
      var lines = alice.until(":salon.test 315 alice #tea …");
      assertThat(lines)
          .hasSize(3)
          .anyMatch(line ->
              LinePattern.of(":salon.test 352 alice #tea" + here + " alice H@ :0 Real alice")
                  .matches(line))
          .anyMatch(line ->
              LinePattern.of(
                      ":salon.test 352 alice #tea" + there + " bob G :" + hops() + " Real bob")
                  .matches(line));
    }
  }

  // From who comes first to who comes next.
  private int hops() {
    return layout == Layout.ONE_NODE ? 0 : 1;
  }

  @Test
  void who_tells_of_one_person_and_of_nobody() {
    try (var salon = start()) {
      var there = salon.server(salon.connect("bob"));
      var alice = salon.connect("alice");
      alice.ask(
          "WHO bob",
          ":salon.test 352 alice * ~u 127.0.0.1 " + there + " bob H :" + hops() + " Real bob",
          ":salon.test 315 alice bob …");
      alice.ask("WHO nobody", ":salon.test 315 alice nobody …");
    }
  }

  @Test
  void who_tells_the_fields_that_were_asked_for() {
    try (var salon = start("#tea")) {
      var there = salon.server(salon.member("bob").join("#tea"));
      var alice = salon.connect("alice");
      alice.ask(
          "WHO bob %tcuhsnfdar,42",
          ":salon.test 354 alice 42 * ~u 127.0.0.1 "
              + there
              + " bob H "
              + hops()
              + " bob :Real bob",
          ":salon.test 315 alice bob …");
      alice.ask("WHO #tea %na", ":salon.test 354 alice bob bob", ":salon.test 315 alice #tea …");
    }
  }

  @Test
  void whois_tells_of_a_person() {
    try (var salon = start("#tea")) {
      var bob = salon.joined("bob");
      bob.ask("AWAY :having tea", ":salon.test 306 bob …");
      var alice = salon.connect("alice");
      var server = ":salon.test 312 alice bob " + salon.server(bob) + " …";
      alice.send("WHOIS bob");
      alice.expect(":salon.test 311 alice bob ~u 127.0.0.1 * :Real bob");
      var rest = alice.until(":salon.test 318 alice bob …");
      assertThat(rest)
          .anyMatch(line -> LinePattern.of(":salon.test 319 alice bob :@#tea").matches(line))
          .anyMatch(line -> LinePattern.of(server).matches(line))
          .anyMatch(line -> LinePattern.of(":salon.test 301 alice bob :having tea").matches(line))
          .anyMatch(line -> LinePattern.of(":salon.test 317 alice bob … … …").matches(line))
          .noneMatch(line -> line.command().equals("338"));
      alice.expectNothing();
    }
  }

  @Test
  void whois_of_nobody_says_so() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask("WHOIS nobody", ":salon.test 401 alice nobody …", ":salon.test 318 alice nobody …");
      assertThat(alice.answer("WHOIS")).anyMatch(line -> line.command().matches("431|461"));
    }
  }

  @Test
  void whowas_remembers_who_has_left() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.send("QUIT");
      bob.expectEnd("ERROR …");
      alice.expect(":bob QUIT …");
      // On the node where they were: who remembers is a matter of each node.
      var others = new IrcClient[] {salon.connect("carol"), salon.connect("dave")};
      int remembered = 0;
      for (var other : others) {
        other.send("WHOWAS bob");
        var lines = other.until(":salon.test 369 … bob …");
        if (lines.getFirst().command().equals("314")) {
          assertThat(
                  LinePattern.of(":salon.test 314 … bob ~u 127.0.0.1 * :Real bob")
                      .matches(lines.getFirst()))
              .isTrue();
          remembered++;
        }
      }
      assertThat(remembered).isPositive();
      alice.send("WHOWAS nobody");
      alice.expectAll(":salon.test 406 alice nobody …", ":salon.test 369 alice nobody …");
    }
  }

  @Test
  void whowas_of_several_tells_who_left_last_first() {
    try (var salon = TestSalon.start("#tea")) {
      var alice = salon.joined("alice");
      for (var nick : new String[] {"bob", "carol"}) {
        var other = salon.joined(nick);
        alice.expect(":" + nick + " JOIN #tea");
        other.send("QUIT");
        other.expectEnd("ERROR …");
        alice.expect(":" + nick + " QUIT …");
      }
      alice.ask(
          "WHOWAS bob,nobody,carol,,bob",
          ":salon.test 406 alice nobody …",
          ":salon.test 314 alice carol ~u 127.0.0.1 * …",
          ":salon.test 312 alice carol … …",
          ":salon.test 314 alice bob ~u 127.0.0.1 * …",
          ":salon.test 312 alice bob … …",
          ":salon.test 369 alice bob,nobody,carol,,bob …");
    }
  }

  @Test
  void the_invisible_are_not_found_by_strangers() {
    try (var salon = start("#tea")) {
      var bob = salon.joined("bob");
      bob.ask("MODE bob +i", ":bob MODE bob +i");
      var alice = salon.connect("alice");
      alice.ask("WHO b*", ":salon.test 315 alice b* …");
      alice.ask("WHO #tea", ":salon.test 315 alice #tea …");
      alice.join("#tea");
      assertThat(alice.answer("WHO #tea")).hasSize(3);
    }
  }

  @Test
  void userhost_and_ison_tell_of_several() {
    try (var salon = start()) {
      salon.connect("bob").ask("AWAY :x", ":salon.test 306 bob …");
      var alice = salon.connect("alice");
      alice.ask(
          "USERHOST bob alice", ":salon.test 302 alice :bob=-~u@127.0.0.1 alice=+~u@127.0.0.1");
      alice.ask("ISON bob nobody alice", ":salon.test 303 alice :bob alice");
    }
  }
}
