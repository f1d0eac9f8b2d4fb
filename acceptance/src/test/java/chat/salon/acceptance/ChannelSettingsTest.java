package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a channel keeps of itself beside its topic, whichever door each person uses.
class ChannelSettingsTest extends Conversation {
  @Test
  void described_by_irc_seen_by_a_program_and_found_by_http() {
    try (var salon = start()) {
      var http = salon.http().register("jules");
      var jules = salon.program("jules");
      jules.ask("{'create':'#tea'}");
      var alice = salon.member("alice").join("#tea");
      jules.ask("{'mode':'+h alice','channel':'#tea'}");
      alice.until(":jules MODE #tea +h alice");
      jules.settle();

      alice.send("PRIVMSG ChanServ :SET #tea DESCRIPTION leaves & water");
      alice.expect(":ChanServ NOTICE alice :The settings of #tea are changed");
      var described = jules.until("description");
      assertThat(text(described, "description")).isEqualTo("leaves & water");
      assertThat(text(described, "user")).isEqualTo("alice");
      assertThat(http.get("/api/channels?text=water").json().path("found").toString())
          .contains("leaves & water");
      jules.ask("{'command':'/description green & black','channel':'#tea'}");
      salon.settle();
      alice.send("PRIVMSG ChanServ :INFO #tea");
      alice.until(":ChanServ NOTICE alice :Description: green & black");
      alice.until(
          ":ChanServ NOTICE alice :Settings: visibility public, history all, slow mode off");

      salon.restart();
      var again = salon.program("jules").ask("{'get_channel':'#tea'}");
      assertThat(text(again, "description")).isEqualTo("green & black");
    }
  }

  @Test
  void who_may_not_describe_is_refused_and_a_long_text_too() {
    try (var salon = with("limits.description_length", 10).start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      jules.ask("{'create':'#secret','private':true}");
      var bob = salon.newProgram("bob");
      var describe = "{'set_description':'%s','channel':'#%s'}";
      var hidden = bob.answer(describe.formatted("mine", "secret"));
      var absent = bob.answer(describe.formatted("mine", "nix"));
      hidden.remove("id");
      absent.remove("id");
      assertThat(hidden.toString().replace("#secret", "#nix")).isEqualTo(absent.toString());
      bob.ask("{'join':'#tea'}");
      assertThat(text(bob.answer(describe.formatted("mine", "tea")), "error"))
          .isEqualTo("not_operator");
      assertThat(text(jules.answer(describe.formatted("x".repeat(11), "tea")), "error"))
          .isEqualTo("too_long");
      jules.ask(describe.formatted("x".repeat(10), "tea"));
      var alice = salon.member("alice").join("#tea");
      alice.send("PRIVMSG ChanServ :SET #tea DESCRIPTION nothing for me");
      alice.expect(":ChanServ NOTICE alice :Your description is too long: at most 10 bytes");
      alice.send("PRIVMSG ChanServ :SET #tea DESCRIPTION mine");
      alice.expect(":ChanServ NOTICE alice :You're not channel operator");
    }
  }

  @Test
  void visibility_is_chosen_by_a_word_at_each_door() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var alice = salon.member("alice").join("#tea");
      jules.ask("{'mode':'+o alice','channel':'#tea'}");
      alice.until(":jules MODE #tea +o alice");
      alice.send("PRIVMSG ChanServ :SET #tea VISIBILITY request");
      alice.until(":ChanServ NOTICE alice :The settings of #tea are changed");
      var bob = salon.newProgram("bob");
      assertThat(bob.ask("{'get_channel':'#tea'}").path("on_request").asBoolean()).isTrue();
      jules.ask("{'command':'/visibility private','channel':'#tea'}");
      alice.until(":jules MODE #tea +s");
      assertThat(text(bob.answer("{'get_channel':'#tea'}"), "error")).isEqualTo("no_such_channel");
      jules.ask("{'command':'/visibility public','channel':'#tea'}");
      alice.until(":jules MODE #tea -is");
      bob.ask("{'join':'#tea'}");
      assertThat(text(jules.answer("{'command':'/visibility all','channel':'#tea'}"), "error"))
          .isEqualTo("bad_arguments");
    }
  }

  @Test
  void newcomers_read_from_joining_on_at_no_door_more() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var before = say(jules, "before anybody came");
      jules.ask("{'pin':'%s','channel':'#tea'}".formatted(before));
      var bob = salon.newProgram("bob");
      bob.ask("{'join':'#tea'}");
      assertThat(texts(bob)).contains("before anybody came");
      jules.ask("{'command':'/newcomers joining','channel':'#tea'}");
      bob.until("modes");

      assertReadsNot(bob, before);
      say(jules, "after bob came");
      bob.untilMessage("after bob came");
      assertThat(texts(bob)).containsExactly("after bob came");
      assertThat(texts(jules)).contains("before anybody came", "after bob came");

      var carol = salon.connect("carol", "batch", "draft/chathistory").join("#tea");
      carol.send("CHATHISTORY LATEST #tea * 10");
      carol.until(":salon… BATCH +… chathistory #tea");
      carol.expect(":salon… BATCH -…");
      var conversations = bob.ask("{'conversations':true}").path("conversations");
      assertThat(conversations.toString()).contains("after bob came").doesNotContain("before");

      salon.restart();
      var back = salon.program("bob");
      assertThat(texts(back)).containsExactly("after bob came");
      var jules2 = salon.program("jules");
      jules2.ask("{'mode':'-H','channel':'#tea'}");
      back.until("modes");
      assertThat(texts(back)).contains("before anybody came");
    }
  }

  private static void assertReadsNot(JsonClient bob, String msgid) {
    assertThat(texts(bob)).isEmpty();
    assertThat(bob.ask("{'pins':true,'channel':'#tea'}").path("pins")).isEmpty();
    assertThat(bob.ask("{'search':'anybody'}").path("hits")).isEmpty();
    var around = "{'history':'around','msgid':'%s','channel':'#tea'}".formatted(msgid);
    assertThat(bob.answer(around).path("messages").toString()).doesNotContain("anybody");
    for (var deed : List.of("edits", "save")) {
      var frame = "{'%s':'%s','channel':'#tea'}".formatted(deed, msgid);
      assertThat(text(bob.answer(frame), "error")).isEqualTo("no_such_message");
    }
    var react = "{'react':'👍','to':'%s','channel':'#tea'}".formatted(msgid);
    assertThat(text(bob.answer(react), "error")).isEqualTo("no_such_message");
    assertThat(bob.ask("{'conversations':true}").path("conversations").toString())
        .doesNotContain("anybody");
  }

  @Test
  void slow_mode_tells_how_long_to_wait_at_each_door() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var bob = salon.newProgram("bob");
      bob.ask("{'join':'#tea'}");
      var alice = salon.member("alice").join("#tea");
      jules.ask("{'command':'/slow 600','channel':'#tea'}");
      alice.until(":jules MODE #tea +S 600");
      alice.send("MODE #tea");
      alice.until(":salon… 324 alice #tea +…S 600");
      bob.until("modes");

      say(bob, "one");
      var refused = bob.answer("{'channel_message':'two','channel':'#tea'}");
      assertThat(text(refused, "error")).isEqualTo("slow_mode");
      assertThat(text(refused, "message")).contains(" s.");
      alice.until(":bob PRIVMSG #tea :one");
      alice.send("PRIVMSG #tea :mine");
      alice.send("PRIVMSG #tea :again");
      alice.until(
          ":salon… 404 alice #tea :Cannot send to channel (+S): it is in slow mode, say it again"
              + " in … seconds");
      say(jules, "an operator");
      say(jules, "need not wait");
      jules.ask("{'mode':'+v bob','channel':'#tea'}");
      say(bob, "nor who has voice");
      jules.ask("{'mode':'-v bob','channel':'#tea'}");

      salon.restart();
      var back = salon.program("bob");
      assertThat(text(back.answer("{'channel_message':'two','channel':'#tea'}"), "error"))
          .isEqualTo("slow_mode");
      var again = salon.program("jules");
      again.ask("{'command':'/slow 0','channel':'#tea'}");
      back.until("modes");
      say(back, "two");
      assertThat(text(again.answer("{'mode':'+S 100000','channel':'#tea'}"), "error"))
          .isEqualTo("slow_mode_too_long");
    }
  }

  @Test
  void of_two_messages_at_once_one_is_taken() throws Exception {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var bob = salon.newProgram("bob");
      bob.ask("{'join':'#tea'}");
      var phone = salon.program("bob");
      jules.ask("{'mode':'+S 600','channel':'#tea'}");
      bob.until("modes");
      var frame = "{'channel_message':'now','channel':'#tea'}";
      var answers = atOnce(() -> bob.answer(frame), () -> phone.answer(frame));
      assertThat(answers.stream().filter(answer -> answer.has("error"))).hasSize(1);
      assertThat(texts(jules)).containsExactly("now");
    }
  }

  private static String say(JsonClient who, String text) {
    return text(who.ask("{'channel_message':'%s','channel':'#tea'}".formatted(text)), "msgid");
  }

  private static List<String> texts(JsonClient who) {
    return who.ask("{'history':'latest','channel':'#tea'}")
        .path("messages")
        .valueStream()
        .map((JsonNode frame) -> text(frame, "channel_message"))
        .toList();
  }

  private static List<ObjectNode> atOnce(Callable<ObjectNode> one, Callable<ObjectNode> other)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<ObjectNode>();
      for (var answer : threads.invokeAll(List.of(one, other))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
