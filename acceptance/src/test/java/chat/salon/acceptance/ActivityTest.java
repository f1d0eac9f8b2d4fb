package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What concerns one, wherever it was said: mentions, replies and reactions in one list.
class ActivityTest extends Conversation {
  private static final String ACTIVITY = "{'activity':true}";
  private static final String BADGE = "{'new_activity':true}";

  @Test
  void it_is_one_list_at_every_door_and_after_a_restart() {
    try (var salon = start()) {
      var http = salon.http().register("lea");
      var lea = salon.program("lea");
      lea.ask("{'create':'#tea'}");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      var own = say(lea, "tea is ready");
      jules.untilMessage("tea is ready");
      var mention = say(jules, "thank you, lea");
      jules.ask("{'channel_message':'a cup','channel':'#tea','reply_to':'%s'}".formatted(own));
      jules.ask(react("🫖", own));
      lea.until("reacted");

      var all = activity(lea);
      assertThat(kinds(all)).containsExactly("reaction", "reply", "mention");
      assertThat(all).allMatch(entry -> text(entry, "user").equals("jules"));
      assertThat(all).allMatch(entry -> text(entry, "channel").equals("#tea"));
      assertThat(all).allMatch(entry -> entry.path("new").asBoolean());
      assertThat(text(all.get(0), "msgid")).isEqualTo(own);
      assertThat(text(all.get(0), "excerpt")).isEqualTo("tea is ready");
      assertThat(text(all.get(0), "reaction")).isEqualTo("🫖");
      assertThat(text(all.get(2), "msgid")).isEqualTo(mention);
      assertThat(activity(jules)).isEmpty();

      var first = http.get("/api/activity?limit=2").json();
      assertThat(first.path("activity")).hasSize(2);
      var second = http.get("/api/activity?limit=2&before=" + text(first, "next")).json();
      assertThat(kinds(second.path("activity"))).containsExactly("mention");
      assertThat(second.path("next").isNull()).isTrue();
      var some = http.get("/api/activity?kinds=reply,mention").json().path("activity");
      assertThat(kinds(some)).containsExactly("reply", "mention");
      assertThat(lea.ask("{'command':'/activity 2'}").path("text")).hasSize(2);

      var irc = salon.logIn("lea");
      irc.ping(); // it is shown its channels
      irc.send("PRIVMSG NickServ :ACTIVITY");
      var from = ":NickServ NOTICE lea :* ";
      irc.expect(from + own + " · … · #tea · jules reacts 🫖 to you · tea is ready");
      irc.expect(from + "… · #tea · <jules> answers you · a cup");
      irc.expect(from + mention + " · … · #tea · <jules> mentions you · thank you, lea");

      salon.restart();
      assertThat(kinds(activity(salon.program("lea"))))
          .containsExactly("reaction", "reply", "mention");
    }
  }

  @Test
  void it_is_as_it_is_now_and_only_for_who_may_read_it() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea','private':true}");
      var lea = salon.newProgram("lea");
      jules.ask("{'invite':'lea','channel':'#tea'}");
      lea.until("invited");
      lea.ask("{'join':'#tea'}");
      var own = say(lea, "tea?");
      jules.untilMessage("tea?");
      var one = say(jules, "lea: yes");
      var two = say(jules, "lea: now");
      jules.ask(react("👍", own));
      lea.until("reacted");
      assertThat(kinds(activity(lea))).containsExactly("reaction", "mention", "mention");

      jules.ask("{'edit':'%s','text':'lea: yes please','channel':'#tea'}".formatted(one));
      jules.ask("{'delete':'%s','channel':'#tea'}".formatted(two));
      jules.ask("{'unreact':'👍','to':'%s','channel':'#tea'}".formatted(own));
      lea.until("unreacted");
      var left = activity(lea);
      assertThat(left).hasSize(1);
      assertThat(text(left.get(0), "excerpt")).isEqualTo("lea: yes please");
      jules.ask("{'edit':'%s','text':'yes please','channel':'#tea'}".formatted(one));
      lea.until("edited");
      assertThat(activity(lea)).isEmpty();
      jules.ask("{'edit':'%s','text':'lea: well','channel':'#tea'}".formatted(one));
      lea.until("edited");
      assertThat(activity(lea)).hasSize(1);

      jules.ask("{'kick':'lea','channel':'#tea'}");
      lea.until("kicked");
      assertThat(activity(lea)).isEmpty();
      assertThat(badge(lea)).isZero();
      say(jules, "lea is not here");
      jules.ask(react("👎", own));
      assertThat(activity(lea)).isEmpty();
      jules.ask("{'invite':'lea','channel':'#tea'}");
      lea.until("invited");
      lea.ask("{'join':'#tea'}");
      assertThat(kinds(activity(lea))).contains("mention", "reaction");
    }
  }

  @Test
  void newcomers_and_ranks_are_read_where_it_was_said() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var own = say(lea, "tea?");
      jules.untilMessage("tea?");
      say(jules, "lea: yes");
      lea.untilMessage("lea: yes");
      var op = salon.logIn("jules", "message-tags");
      op.ping();
      op.send("@+draft/reply=" + own + " PRIVMSG @#tea :for operators");
      op.ping();
      assertThat(kinds(activity(lea))).containsExactly("mention");
      jules.ask("{'mode':'+o lea','channel':'#tea'}");
      lea.until("modes");
      assertThat(kinds(activity(lea))).containsExactly("reply", "mention");

      jules.ask("{'mode':'+H','channel':'#tea'}");
      lea.until("modes");
      lea.ask("{'part':'#tea'}");
      lea.ask("{'join':'#tea'}");
      assertThat(activity(lea)).isEmpty();
    }
  }

  @Test
  void somebody_blocked_is_left_out_and_so_is_what_one_does_oneself() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var own = say(lea, "lea says: tea?");
      lea.ask(react("👍", own));
      lea.ask("{'channel_message':'lea!','channel':'#tea','reply_to':'%s'}".formatted(own));
      jules.untilMessage("lea!");
      assertThat(activity(lea)).isEmpty();
      jules.ask(react("🫖", own));
      say(jules, "lea: yes");
      lea.untilMessage("lea: yes");
      assertThat(activity(lea)).hasSize(2);
      lea.ask("{'block':'jules'}");
      assertThat(activity(lea)).isEmpty();
      assertThat(badge(lea)).isZero();
      lea.ask("{'unblock':'jules'}");
      assertThat(activity(lea)).hasSize(2);
    }
  }

  @Test
  void the_badge_grows_at_once_and_goes_away_on_all_devices() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var desk = salon.newProgram("lea");
      desk.ask("{'join':'#tea'}");
      var phone = salon.program("lea");
      var silent = salon.program("lea");
      var own = say(desk, "tea?");
      jules.untilMessage("tea?");
      assertThat(badge(desk)).isZero();
      assertThat(badge(phone)).isZero();

      var mention = say(jules, "lea: yes");
      untilBadge(desk, 1);
      untilBadge(phone, 1);
      jules.ask("{'channel_message':'now','channel':'#tea','reply_to':'%s'}".formatted(own));
      untilBadge(phone, 2);
      jules.ask(react("👍", own));
      var third = untilBadge(phone, 3);
      untilBadge(desk, 3);
      assertThat(text(third, "newest")).isEqualTo(text(activity(desk).get(0), "event"));
      jules.ask("{'unreact':'👍','to':'%s','channel':'#tea'}".formatted(own));
      untilBadge(phone, 2);
      jules.ask("{'delete':'%s','channel':'#tea'}".formatted(mention));
      untilBadge(phone, 1);
      untilBadge(desk, 1);

      var seen = text(activity(desk).get(0), "event");
      var answer = desk.ask("{'see_activity':'%s'}".formatted(seen));
      assertThat(answer.path("new_activity").asInt()).isZero();
      untilBadge(phone, 0);
      assertThat(activity(phone).get(0).path("new").asBoolean()).isFalse();
      assertThat(silent.settle()).noneMatch(frame -> frame.has("new_activity"));
      salon.restart();
      assertThat(badge(salon.program("lea"))).isZero();
    }
  }

  @Test
  void what_was_read_where_it_was_said_is_not_new() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var desk = salon.newProgram("lea");
      desk.ask("{'join':'#tea'}");
      var phone = salon.program("lea");
      badge(desk);
      badge(phone);
      var mention = say(jules, "lea: yes");
      untilBadge(desk, 1);
      untilBadge(phone, 1);
      desk.ask("{'read_up_to':'%s','channel':'#tea'}".formatted(mention));
      untilBadge(phone, 0);
      assertThat(badge(desk)).isZero();
      assertThat(activity(desk).get(0).path("new").asBoolean()).isFalse();
    }
  }

  @Test
  void it_is_bounded_and_what_makes_no_sense_is_refused() {
    try (var salon = with("limits.activity_page", 2).start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      for (int i = 0; i < 3; i++) {
        say(jules, "lea " + "é".repeat(300));
      }
      lea.untilMessage("lea " + "é".repeat(300));
      var page = lea.ask("{'activity':true,'limit':100}");
      assertThat(page.path("activity")).hasSize(2);
      assertThat(text(page.path("activity").get(0), "excerpt")).hasSize(201).endsWith("…");
      for (var wrong :
          List.of(
              "{'activity':true,'before':'nix'}",
              "{'see_activity':'nix'}",
              "{'see_activity':''}")) {
        assertThat(text(lea.answer(wrong), "error")).isEqualTo("no_such_message");
      }
      assertThat(text(lea.answer("{'activity':true,'kinds':['gossip']}"), "error"))
          .isEqualTo("bad_frame");
      assertThat(text(lea.answer("{'command':'/activity much'}"), "error"))
          .isEqualTo("bad_arguments");
      assertThat(text(salon.socket().answer(ACTIVITY), "error")).isEqualTo("not_logged_in");
      var irc = salon.connect("sam");
      irc.send("PRIVMSG NickServ :ACTIVITY");
      irc.expect(":NickServ NOTICE sam :You must be logged in for that");
      var member = salon.logIn("lea");
      member.send("PRIVMSG NickServ :ACTIVITY much");
      member.until(":NickServ NOTICE lea :That is no number: much");
    }
  }

  private static String say(JsonClient who, String text) {
    return text(who.ask("{'channel_message':'%s','channel':'#tea'}".formatted(text)), "msgid");
  }

  private static String react(String emoji, String to) {
    return "{'react':'%s','to':'%s','channel':'#tea'}".formatted(emoji, to);
  }

  private static JsonNode activity(JsonClient who) {
    return who.ask(ACTIVITY).path("activity");
  }

  private static List<String> kinds(JsonNode entries) {
    return entries.valueStream().map(entry -> text(entry, "kind")).toList();
  }

  private static int badge(JsonClient who) {
    return who.ask(BADGE).path("new_activity").asInt();
  }

  private static JsonNode untilBadge(JsonClient who, int count) {
    var frame = who.until("new_activity");
    while (frame.path("new_activity").asInt() != count) {
      frame = who.until("new_activity");
    }
    return frame;
  }
}
