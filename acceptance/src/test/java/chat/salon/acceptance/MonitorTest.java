package chat.salon.acceptance;

import org.junit.jupiter.api.Test;

/// MONITOR (IRCv3 Monitor): who comes and goes, without a common channel.
class MonitorTest extends Conversation {

  @Test
  void a_client_is_told_who_is_here_and_when_they_come_and_go() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask("MONITOR + bob,carol", "731 alice :bob,carol");
      var bob = salon.connect("bob");
      alice.until("730 alice :bob!…");
      alice.ask("MONITOR S", "730 alice :bob!…", "731 alice carol");
      bob.send("NICK carol");
      alice.until("731 alice bob");
      bob.send("QUIT");
      alice.until("731 alice carol");
      alice.ask("MONITOR L", "732 alice :bob,carol", "733 alice :…");
      alice.send("MONITOR - BOB");
      alice.ask("MONITOR L", "732 alice carol", "733 alice :…");
      alice.send("MONITOR C");
      alice.ask("MONITOR L", "733 alice :…");
    }
  }

  @Test
  void the_list_begins_with_friends() {
    try (var salon = start()) {
      var lea = salon.member("lea");
      var jules = salon.newProgram("jules");
      jules.ask("{'befriend':'lea'}");
      lea.until(":NickServ!… NOTICE lea :jules asks…");
      lea.send("NS FRIEND jules");
      lea.until(":NickServ!… NOTICE lea :jules is a friend of yours");
      lea.settle();
      lea.ask("MONITOR S", "730 lea :jules!…");
      jules.close();
      lea.until("731 lea jules");
    }
  }

  @Test
  void what_is_too_much_or_no_nick_is_said_or_left_out() {
    try (var salon = with("irc.monitored", 2).start()) {
      var alice = salon.connect("alice");
      alice.ask(
          "MONITOR + a,b,c,d,#nick", "731 alice :a,b", "734 alice 2 c,d :Monitor list is full");
      alice.ask("MONITOR L", "732 alice :a,b", "733 alice :…");
      alice.ask("MONITOR", "461 alice MONITOR :…");
      alice.ask("MONITOR ?");
    }
  }

  @Test
  void who_does_not_want_to_be_seen_is_not_there() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'set_privacy':true,'see':'friends'}");
      var alice = salon.member("alice");
      alice.ask("MONITOR + jules", "731 alice jules");
    }
  }
}
