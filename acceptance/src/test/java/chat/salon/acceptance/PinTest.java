package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Messages that a conversation keeps in sight, whichever door each person uses.
class PinTest extends Conversation {
  @Test
  void pinned_by_irc_seen_by_a_program_and_taken_down_by_http() {
    try (var salon = start()) {
      var http = salon.http().register("jules");
      var jules = salon.program("jules");
      jules.ask("{'create':'#tea'}");
      var alice = salon.member("alice").join("#tea");
      jules.ask("{'mode':'+o alice','channel':'#tea'}");
      alice.until(":jules MODE #tea +o alice");
      var msgid = say(jules, "the rules");
      alice.until(":jules PRIVMSG #tea :the rules");
      jules.settle();

      alice.send("PRIVMSG ChanServ :PIN #tea " + msgid);
      alice.expect(":ChanServ NOTICE alice :" + msgid + " is pinned in #tea");
      var pinned = jules.until("pinned");
      assertThat(text(pinned, "pinned")).isEqualTo(msgid);
      assertThat(text(pinned, "user")).isEqualTo("alice");
      alice.send("PRIVMSG ChanServ :PINS #tea");
      alice.expect(
          ":ChanServ NOTICE alice :" + msgid + " · … · <jules> the rules (pinned by alice)");

      assertThat(http.get("/api/channels/tea/pins").json().path("pins")).hasSize(1);
      http.delete("/api/channels/tea/pins/" + msgid);
      assertThat(text(jules.until("unpinned"), "unpinned")).isEqualTo(msgid);
      alice.send("PRIVMSG ChanServ :PINS #tea");
      alice.expect(":ChanServ NOTICE alice :No message is pinned in #tea");
    }
  }

  @Test
  void slash_commands_pin_a_message_or_the_one_that_is_answered() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var msgid = say(jules, "the rules");
      jules.ask("{'command':'/pin','channel':'#tea','reply_to':'%s'}".formatted(msgid));
      var list = jules.ask("{'command':'/pins','channel':'#tea'}").path("text");
      assertThat(list.path(0).asString()).contains("jules : the rules").contains(msgid);
      jules.ask("{'command':'/unpin %s','channel':'#tea'}".formatted(msgid));
      assertThat(jules.ask("{'command':'/pins','channel':'#tea'}").path("text").toString())
          .contains("Aucun message n'est épinglé.");
      assertThat(text(jules.answer("{'command':'/pin','channel':'#tea'}"), "error"))
          .isEqualTo("bad_arguments");
    }
  }

  @Test
  void both_people_of_a_private_conversation_pin_and_a_restart_forgets_nothing() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      jules.ask("{'private_message':'the key is 7','other_user':'lea'}");
      var msgid = text(lea.untilMessage("the key is 7"), "msgid");
      lea.ask("{'pin':'%s','other_user':'jules'}".formatted(msgid));
      assertThat(text(jules.until("pinned"), "pinned")).isEqualTo(msgid);
      salon.restart();
      var pins = salon.program("jules").ask("{'pins':true,'other_user':'lea'}").path("pins");
      assertThat(pins).hasSize(1);
      assertThat(text(pins.path(0), "by")).isEqualTo("lea");
      assertThat(text(pins.path(0).path("message"), "private_message")).isEqualTo("the key is 7");
    }
  }

  @Test
  void two_who_pin_at_once_pin_once() throws Exception {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var phone = salon.program("jules");
      for (int round = 0; round < 5; round++) {
        var frame = "{'pin':'%s','channel':'#tea'}".formatted(say(jules, "rule " + round));
        var answers = atOnce(() -> jules.answer(frame), () -> phone.answer(frame));
        assertThat(answers).allMatch(answer -> answer.path("ok").asBoolean());
      }
      assertThat(jules.settle().stream().filter(frame -> frame.has("pinned"))).hasSize(5);
      assertThat(pins(jules)).hasSize(5);
    }
  }

  @Test
  void what_is_pinned_while_it_is_deleted_is_not_pinned() throws Exception {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var phone = salon.program("jules");
      for (int round = 0; round < 5; round++) {
        var msgid = say(jules, "oops");
        var pin = "{'pin':'%s','channel':'#tea'}".formatted(msgid);
        var delete = "{'delete':'%s','channel':'#tea'}".formatted(msgid);
        var answers = atOnce(() -> phone.answer(pin), () -> jules.answer(delete));
        assertThat(answers.getLast().path("ok").asBoolean()).isTrue();
        assertThat(pins(jules)).isEmpty();
        assertThat(text(phone.answer(pin), "error")).isEqualTo("no_such_message");
      }
    }
  }

  @Test
  void there_are_so_many_and_no_more_though_asked_at_once() throws Exception {
    try (var salon = with("limits.pins", 2).start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var phone = salon.program("jules");
      var ids = List.of(say(jules, "one"), say(jules, "two"), say(jules, "three"));
      var pin = "{'pin':'%s','channel':'#tea'}";
      jules.ask(pin.formatted(ids.getFirst()));
      var answers =
          atOnce(
              () -> jules.answer(pin.formatted(ids.get(1))),
              () -> phone.answer(pin.formatted(ids.get(2))));
      var refused = answers.stream().filter(answer -> answer.has("error")).toList();
      assertThat(refused).hasSize(1);
      assertThat(text(refused.getFirst(), "error")).isEqualTo("too_many_pins");
      jules.ask("{'delete':'%s','channel':'#tea'}".formatted(ids.getFirst()));
      assertThat(pins(jules)).hasSize(1);
      for (var id : ids.subList(1, 3)) {
        jules.ask(pin.formatted(id));
      }
      assertThat(pins(jules)).hasSize(2);
    }
  }

  @Test
  void who_may_not_is_refused_and_who_may_not_read_learns_nothing() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      jules.ask("{'create':'#secret','private':true}");
      var msgid = say(jules, "the rules");
      jules.ask("{'pin':'%s','channel':'#tea'}".formatted(msgid));
      var bob = salon.newProgram("bob");
      var list = "{'pins':true,'channel':'#%s'}";
      assertThat(text(bob.answer(list.formatted("tea")), "error")).isEqualTo("not_on_channel");
      var hidden = bob.answer(list.formatted("secret"));
      var absent = bob.answer(list.formatted("nix"));
      hidden.remove("id");
      absent.remove("id");
      assertThat(hidden.toString().replace("#secret", "#nix")).isEqualTo(absent.toString());

      bob.ask("{'join':'#tea'}");
      assertThat(pins(bob)).hasSize(1);
      var unpin = "{'unpin':'%s','channel':'#tea'}".formatted(msgid);
      assertThat(text(bob.answer(unpin), "error")).isEqualTo("not_operator");
      for (var wrong : List.of("nix", "", "0r4k1m2t8g000", "é".repeat(300))) {
        assertThat(text(jules.answer("{'pin':'%s','channel':'#tea'}".formatted(wrong)), "error"))
            .isEqualTo("no_such_message");
      }
      var alice = salon.member("alice").join("#tea");
      alice.send("PRIVMSG ChanServ :PIN #tea " + msgid);
      alice.expect(":ChanServ NOTICE alice :…");
      alice.send("PRIVMSG ChanServ :PINS #secret");
      alice.expect(":ChanServ NOTICE alice :No such channel…");
    }
  }

  @Test
  void who_is_blocked_pins_for_themselves_alone() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      jules.ask("{'private_message':'hello','other_user':'lea'}");
      var msgid = text(lea.untilMessage("hello"), "msgid");
      jules.ask("{'block':'lea'}");
      jules.settle();
      lea.ask("{'pin':'%s','other_user':'jules'}".formatted(msgid));
      var list = "{'pins':true,'other_user':'%s'}";
      assertThat(lea.ask(list.formatted("jules")).path("pins")).hasSize(1);
      assertThat(jules.ask(list.formatted("lea")).path("pins")).isEmpty();
      assertThat(jules.settle()).noneMatch(frame -> frame.has("pinned"));
    }
  }

  private static String say(JsonClient who, String text) {
    return text(who.ask("{'channel_message':'%s','channel':'#tea'}".formatted(text)), "msgid");
  }

  private static List<ObjectNode> pins(JsonClient who) {
    return who.ask("{'pins':true,'channel':'#tea'}")
        .path("pins")
        .valueStream()
        .map(ObjectNode.class::cast)
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
