package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What operators say is spam is none of anybody's business, at any door and on any node.
class SpamFilterTest {
  private static TestSalon start(Layout layout, String... channels) {
    return layout.setup().staffed().start(channels);
  }

  // The other nodes hear of it a moment later.
  private static void filter(TestSalon salon, IrcClient oscar, String filter) {
    int before = salon.salon(0).protection().rules().filters().size();
    oscar.send("SPAMFILTER ADD " + filter);
    oscar.until("NOTICE oscar :The filter is added…");
    await(salon, before + 1);
  }

  private static void await(TestSalon salon, int filters) {
    var deadline = Instant.now().plusSeconds(10);
    for (int node = 0; node < salon.nodes(); node++) {
      while (salon.salon(node).protection().rules().filters().size() != filters) {
        assertThat(Instant.now()).isBefore(deadline);
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void spam_is_refused_at_every_door_however_it_is_dressed(Layout layout) {
    try (var salon = start(layout, "#tea")) {
      var oscar = salon.oper("oscar");
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      alice.until(":jules MODE #tea +q jules"); // the first channel lasts
      bob.until(":jules MODE #tea +q jules");
      filter(salon, oscar, "channel,private,topic refuse :buy pills | no adverts");
      for (var dressed :
          List.of("Buy PILLS now", "\u0002bu\u0002y \u000304,01pills", "b\u200buy pills")) {
        assertThat(bob.answer("PRIVMSG #tea :" + dressed).toString()).contains("no adverts");
        assertThat(bob.answer("PRIVMSG alice :" + dressed).toString()).contains("no adverts");
      }
      assertThat(bob.answer("TOPIC #tea :buy pills").toString()).isNotEmpty();
      var refused = jules.answer("{'channel_message':'buy pills','channel':'#tea'}");
      assertThat(text(refused, "error")).isEqualTo("message_refused");
      assertThat(bob.answer("NOTICE #tea :buy pills")).isEmpty(); // not filtered there
      alice.expect(":bob NOTICE #tea :buy pills");
      oscar.send("PRIVMSG alice :buy pills");
      alice.expect(":oscar PRIVMSG alice :buy pills");
      bob.send("PRIVMSG #tea :buy tea");
      alice.expect(":bob PRIVMSG #tea :buy tea");
      alice.expectNothing();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_said_in_several_lines_or_for_somebody_else_is_looked_at_too(Layout layout) {
    try (var salon = start(layout, "#tea")) {
      var oscar = salon.oper("oscar");
      var alice =
          salon
              .connect("alice", "draft/multiline", "batch", "draft/relaymsg", "standard-replies")
              .join("#tea");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      filter(salon, oscar, "channel refuse :buy pills | no adverts");
      var relayed = alice.answer("RELAYMSG #tea mallory/elsewhere :buy pills");
      assertThat(relayed.toString()).contains("no adverts");
      alice.send("BATCH +1 draft/multiline #tea", "@batch=1 PRIVMSG #tea :look:");
      alice.send("@batch=1 PRIVMSG #tea :buy pills");
      assertThat(alice.answer("BATCH -1").toString()).contains("no adverts");
      bob.expectNothing();
      alice.answer("RELAYMSG #tea mallory/elsewhere :hello");
      bob.expect("PRIVMSG #tea :hello");
    }
  }

  @ParameterizedTest
  @EnumSource
  void spam_is_dropped_so_that_who_wrote_it_does_not_notice(Layout layout) {
    try (var salon = start(layout, "#tea")) {
      var oscar = salon.oper("oscar");
      var alice = salon.joined("alice");
      var bob = salon.connect("bob", "echo-message").join("#tea");
      alice.expect(":bob JOIN #tea");
      oscar.send("MODE oscar +n s");
      oscar.ping();
      filter(salon, oscar, "* drop :*casino*");
      bob.send("PRIVMSG #tea :my Casino is best");
      bob.expect(":bob PRIVMSG #tea :my Casino is best");
      alice.expectNothing();
      assertThat(oscar.until("NOTICE oscar :*** Spam filter …").toString()).contains("bob!");
      bob.send("PART #tea :casino!");
      alice.expect(":bob PART #tea");
    }
  }

  @ParameterizedTest
  @EnumSource
  void spammers_are_put_out_and_banned(Layout layout) {
    try (var salon = start(layout, "#tea")) {
      var oscar = salon.oper("oscar");
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      filter(salon, oscar, "channel kick :out with me");
      filter(salon, oscar, "channel kill :end me | goodbye");
      filter(salon, oscar, "private ban 1h :ban me");
      bob.send("PRIVMSG #tea :out with me!");
      bob.until("KICK #tea bob :Spam");
      alice.expect("KICK #tea bob :Spam");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.send("PRIVMSG #tea :end me");
      bob.expectEnd();
      alice.expect(":bob QUIT :Killed (spamfilter (goodbye))");
      var jules = salon.member("jules");
      jules.send("PRIVMSG alice :ban me");
      jules.until("465 jules …");
      jules.expectEnd();
      assertThat(oscar.answer("UBAN LIST").toString()).contains("jules by spamfilter");
      alice.expectNothing();
    }
  }

  @Test
  void filters_are_kept_listed_and_forgotten_and_bad_ones_refused() {
    try (var salon = start(Layout.ONE_NODE)) {
      var oscar = salon.oper("oscar");
      var alice = salon.connect("alice");
      alice.ask("SPAMFILTER LIST", "481 alice …");
      assertThat(oscar.answer("SPAMFILTER LIST").toString()).contains("no spam filters");
      for (var bad :
          List.of(
              "ADD nowhere refuse :x",
              "ADD * explode :x",
              "ADD * refuse :***",
              "ADD * ban never :x",
              "DEL 77",
              "DEL x",
              "FLY",
              "ADD * refuse :" + "a*".repeat(20))) {
        assertThat(oscar.answer("SPAMFILTER " + bad).toString()).as(bad).contains("SPAMFILTER: ");
      }
      assertThat(oscar.answer("SPAMFILTER ADD *").toString()).contains("461 oscar SPAMFILTER");
      filter(salon, oscar, "nick refuse :evil*");
      assertThat(alice.answer("NICK evilalice").toString()).contains("takes it for spam");
      salon.restart();
      var again = salon.oper("oscar");
      var list = again.answer("SPAMFILTER LIST").toString();
      assertThat(list).contains("nick refuse by oscar").contains(": evil*");
      assertThat(again.answer("STATS f").toString()).contains("229 oscar F :");
      long id = salon.salon(0).protection().rules().filters().getFirst().id();
      again.send("SPAMFILTER DEL " + id);
      again.until("NOTICE oscar :The filter is forgotten: evil*");
      assertThat(salon.connect("alice").answer("NICK evilalice").toString())
          .contains("NICK evilalice");
    }
  }
}
