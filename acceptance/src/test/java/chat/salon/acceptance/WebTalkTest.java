package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// People talk, some by IRC and some by the JSON protocol.
class WebTalkTest extends Conversation {

  @Test
  void what_one_says_by_irc_a_program_hears_and_the_other_way_round() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      alice.expect(":jules!web@… JOIN #tea");
      alice.expect(":jules!web@… MODE #tea +r");
      alice.expect(":jules!web@… MODE #tea +q jules"); // where newcomers land
      jules.until("conversation");

      alice.send("PRIVMSG #tea :bonjour ☕");
      var heard = jules.untilMessage("bonjour ☕");
      assertThat(text(heard, "user")).isEqualTo("alice");
      assertThat(text(heard, "channel")).isEqualTo("#tea");
      assertThat(heard.path("seq").asInt()).isPositive();

      var said = jules.ask("{'channel_message':'voici le message','channel':'#tea'}");
      alice.expect(":jules!web@… PRIVMSG #tea :voici le message");
      var own = jules.untilMessage("voici le message");
      assertThat(text(own, "msgid")).isEqualTo(text(said, "msgid"));
      assertThat(text(own, "id")).isNotEmpty();
    }
  }

  @Test
  void a_message_of_several_lines_is_several_lines_at_irc() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      alice.expect(":jules!web@… JOIN #tea");
      alice.expect(":jules!web@… MODE #tea +r");
      alice.expect(":jules!web@… MODE #tea +q jules"); // where newcomers land
      jules.ask("{'channel_message':'one\\n:srv 001 two\\r\\nthree','channel':'#tea'}");
      alice.expect(":jules!web@… PRIVMSG #tea :one");
      alice.expect(":jules!web@… PRIVMSG #tea ::srv 001 two");
      alice.expect(":jules!web@… PRIVMSG #tea :three");
      var word = "x".repeat(100) + " ";
      jules.ask("{'channel_message':'" + word.repeat(12) + "','channel':'#tea'}");
      var whole = new StringBuilder();
      int pieces = 0;
      for (; whole.length() < word.repeat(12).strip().length(); pieces++) {
        whole.append(alice.next().param(1));
      }
      assertThat(pieces).isGreaterThan(2);
      assertThat(whole).hasToString(word.repeat(12).strip());
      alice.expectNothing();
    }
  }

  @Test
  void private_messages_come_to_all_sessions_of_both() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      var jules = salon.newProgram("jules");
      var other = salon.program("jules");
      jules.ask("{'private_message':'salut','user':'jules','other_user':'alice'}");
      alice.expect(":jules!web@… PRIVMSG alice :salut");
      assertThat(text(other.untilMessage("salut"), "other_user")).isEqualTo("alice");
      alice.send("PRIVMSG jules :salut toi");
      assertThat(text(jules.untilMessage("salut toi"), "user")).isEqualTo("alice");
      other.untilMessage("salut toi");
    }
  }

  @Test
  void one_writes_to_somebody_who_is_not_here_and_they_read_it_later() {
    try (var salon = start()) {
      salon.account("lea");
      var jules = salon.newProgram("jules");
      jules.ask("{'private_message':'à plus tard','other_user':'lea'}");
      var lea = salon.program("lea");
      var page = lea.ask("{'history':'latest','other_user':'jules'}");
      assertThat(texts(page)).containsExactly("à plus tard");
      var list = lea.ask("{'conversations':true}").path("conversations");
      assertThat(text(list.path(0), "other_user")).isEqualTo("jules");
      assertThat(text(list.path(0).path("last"), "private_message")).isEqualTo("à plus tard");
    }
  }

  @Test
  void whichever_node_keeps_a_conversation_one_writes_to_who_is_not_here() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var other = salon.program("jules");
      for (var name : List.of("ada", "bea", "cleo", "dora", "emil", "fanny", "gus", "hugo")) {
        salon.account(name);
        jules.ask("{'private_message':'pour %s','other_user':'%1$s'}".formatted(name));
        assertThat(text(other.untilMessage("pour " + name), "other_user")).isEqualTo(name);
      }
      var page = salon.program("hugo").ask("{'history':'latest','other_user':'jules'}");
      assertThat(texts(page)).containsExactly("pour hugo");
    }
  }

  private static List<String> texts(tools.jackson.databind.JsonNode page) {
    return page.path("messages")
        .valueStream()
        .map(one ->
            one.has("channel_message")
                ? text(one, "channel_message")
                : text(one, "private_message"))
        .toList();
  }

  @Test
  void history_is_read_page_by_page_in_both_directions() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      var ids = new java.util.ArrayList<String>();
      for (int i = 0; i < 10; i++) {
        ids.add(text(jules.ask("{'channel_message':'m" + i + "','channel':'#tea'}"), "msgid"));
      }
      var latest = jules.ask("{'history':'latest','channel':'#tea','limit':3}");
      assertThat(texts(latest)).containsExactly("m7", "m8", "m9");
      assertThat(latest.path("more_before").asBoolean()).isTrue();
      assertThat(latest.path("more_after").asBoolean()).isFalse();
      var before =
          jules.ask("{'history':'before','msgid':'" + ids.get(2) + "','channel':'#tea','limit':3}");
      assertThat(texts(before)).containsExactly("m0", "m1");
      assertThat(before.path("more_before").asBoolean()).isFalse();
      var after =
          jules.ask("{'history':'after','msgid':'" + ids.get(6) + "','channel':'#tea','limit':2}");
      assertThat(texts(after)).containsExactly("m7", "m8");
      assertThat(after.path("more_after").asBoolean()).isTrue();
      var around =
          jules.ask("{'history':'around','msgid':'" + ids.get(5) + "','channel':'#tea','limit':4}");
      assertThat(texts(around)).containsExactly("m3", "m4", "m5", "m6");
      assertThat(
              jules
                  .answer("{'history':'before','msgid':'none of ours','channel':'#tea'}")
                  .path("error")
                  .asString())
          .isEqualTo("bad_frame");
    }
  }

  @Test
  void after_a_cut_exactly_what_was_missed_is_told() {
    try (var salon = with("web.resume_events", 5).start("#tea")) {
      var alice = salon.joined("alice");
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      for (var program : List.of(jules, lea)) {
        program.ask("{'join':'#tea'}");
      }
      lea.until("conversation");
      long seen = lea.ask("{'channel_message':'last seen','channel':'#tea'}").path("seq").asLong();
      lea.close();
      for (int i = 0; i < 4; i++) {
        jules.ask("{'channel_message':'missed " + i + "','channel':'#tea'}");
      }
      var again = salon.program("lea");
      again.ask("{'join':'#tea'}");
      again.settle();
      var answer = again.answer("{'resume':{'#tea':" + seen + "}}");
      if (answer.path("gaps").isEmpty()) {
        var frames = again.settle();
        assertThat(frames.stream().map(one -> one.path("channel_message").asString("")))
            .contains("missed 0", "missed 1", "missed 2", "missed 3");
        assertThat(frames.stream().map(one -> one.path("seq").asLong()))
            .isSorted()
            .allMatch(seq -> seq > seen);
      } else {
        assertThat(answer.path("gaps").toString()).contains("#tea");
      }
      assertThat(alice.isClosed()).isFalse();
      var gap = again.answer("{'resume':{'#tea':1,'#nowhere':3}}");
      assertThat(gap.path("gaps").toString()).contains("#nowhere").contains("#tea");
    }
  }

  @Test
  void operators_act_by_frames_and_by_slash_commands_alike() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      var bob = salon.connect("bob").join("#tea");
      bob.ping();
      jules.ask("{'set_topic':'thé','channel':'#tea'}");
      bob.expect(":jules!web@… TOPIC #tea :thé");
      jules.ask("{'command':'voice bob','channel':'#tea'}");
      bob.expect(":jules!web@… MODE #tea +v bob");
      jules.ask("{'mode':'+m-v bob','channel':'#tea'}");
      bob.until(":jules!web@… MODE #tea +m-v bob");
      var refused = jules.answer("{'command':'ban','channel':'#tea'}");
      assertThat(text(refused, "error")).isEqualTo("bad_arguments");
      jules.ask("{'command':'ban bob 7d spam','channel':'#tea'}");
      bob.until(":jules!web@… KICK #tea bob spam");
      bob.send("JOIN #tea");
      bob.until("474 bob #tea …");
      jules.ask("{'command':'unban bob','channel':'#tea'}");
      bob.send("JOIN #tea");
      bob.until("366 bob #tea …");
      assertThat(text(jules.answer("{'command':'bna bob','channel':'#tea'}"), "error"))
          .isEqualTo("unknown_command");
      assertThat(text(jules.answer("{'kick':'nobody','channel':'#tea'}"), "error"))
          .isEqualTo("user_not_on_channel");
    }
  }

  @Test
  void what_is_sent_again_after_a_cut_is_said_once_even_after_another_start() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea','description':'thé'}");
      var frame = "{'channel_message':'once','channel':'#tea','id':'one'}";
      jules.send(frame);
      var first = jules.answerTo("one");
      jules.close();
      var again = salon.program("jules");
      again.send(frame);
      assertThat(text(again.answerTo("one"), "msgid")).isEqualTo(text(first, "msgid"));
      salon.restart();
      var after = salon.program("jules");
      after.send(frame);
      assertThat(text(after.answerTo("one"), "msgid")).isEqualTo(text(first, "msgid"));
      assertThat(texts(after.ask("{'history':'latest','channel':'#tea'}"))).containsExactly("once");
    }
  }

  @Test
  void messages_are_edited_deleted_answered_and_reacted_to() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var first = text(jules.ask("{'channel_message':'a','channel':'#tea'}"), "msgid");
      lea.untilMessage("a");
      lea.ask("{'channel_message':'b','reply_to':'" + first + "','channel':'#tea'}");
      assertThat(text(jules.untilMessage("b"), "reply_to")).isEqualTo(first);
      lea.ask("{'react':'👍','to':'" + first + "','channel':'#tea'}");
      assertThat(text(jules.until("reacted"), "to")).isEqualTo(first);
      jules.ask("{'edit':'" + first + "','text':'aa','channel':'#tea'}");
      assertThat(text(lea.until("edited"), "text")).isEqualTo("aa");
      assertThat(text(lea.answer("{'edit':'" + first + "','text':'x','channel':'#tea'}"), "error"))
          .isEqualTo("not_author");
      var message = jules.ask("{'history':'latest','channel':'#tea'}").path("messages").path(0);
      assertThat(text(message, "channel_message")).isEqualTo("aa");
      assertThat(message.path("reactions").path("👍").path(0).asString()).isEqualTo("lea");
      assertThat(jules.ask("{'edits':'" + first + "','channel':'#tea'}").path("versions"))
          .hasSize(2);
      jules.ask("{'delete':'" + first + "','channel':'#tea'}");
      assertThat(text(lea.until("deleted"), "deleted")).isEqualTo(first);
      var list = lea.ask("{'conversations':true}").path("conversations").path(0);
      assertThat(list.path("lasting").asBoolean(false)).isTrue();
    }
  }

  @Test
  void what_is_new_is_counted_and_is_read_on_all_devices() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var phone = salon.program("lea");
      jules.ask("{'channel_message':'bonjour','channel':'#tea'}");
      var last = text(jules.ask("{'channel_message':'@lea tu viens ?','channel':'#tea'}"), "msgid");
      lea.untilMessage("@lea tu viens ?");
      var list = lea.ask("{'conversations':true}").path("conversations").path(0);
      assertThat(list.path("unread").asInt()).isEqualTo(2);
      assertThat(list.path("mentions").asInt()).isEqualTo(1);
      var read = lea.ask("{'read_up_to':'" + last + "','channel':'#tea'}");
      assertThat(read.path("unread").asInt()).isZero();
      assertThat(text(phone.until("read"), "channel")).isEqualTo("#tea");
    }
  }

  @Test
  void typing_and_status_are_shown_and_never_kept() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      jules.ask("{'join':'#tea'}");
      lea.ask("{'join':'#tea'}");
      jules.settle();
      lea.ask("{'typing':true,'channel':'#tea'}");
      assertThat(text(jules.until("typing"), "user")).isEqualTo("lea");
      lea.ask("{'status':'idle'}");
      var status = jules.until("status");
      assertThat(text(status, "user")).isEqualTo("lea");
      assertThat(text(jules.ask("{'get_status':true,'users':['lea']}").path("statuses"), "lea"))
          .isEqualTo("idle");
      var page = jules.ask("{'history':'latest','channel':'#tea'}");
      assertThat(page.path("messages")).isEmpty();
    }
  }
}
