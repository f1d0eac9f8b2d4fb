package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Who asks to come into a channel waits for its operators, whichever door each of them uses.
class JoinRequestTest extends Conversation {
  private static final String CREATE = "{'create':'#tea','on_request':true}";
  private static final String ASK = "{'ask_to_join':'#tea','message':'bonjour, groupe 3'}";
  private static final String ACCEPT = "{'accept':'bob','channel':'#tea'}";
  private static final String REJECT = "{'reject':'bob','channel':'#tea'}";

  @Test
  void asked_on_the_web_answered_by_irc_and_seen_by_a_program() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask(CREATE);
      var alice = operator(salon, jules, "alice");
      jules.settle();
      var bob = salon.newProgram("bob");

      assertThat(bob.ask(ASK).path("waiting").asBoolean()).isTrue();
      alice.expect(":salon… 710 #tea #tea bob!web@… :has asked for an invite.");
      alice.expect(":ChanServ NOTICE %#tea :bob asks to come in: bonjour, groupe 3");
      alice.expect(":ChanServ NOTICE %#tea :To answer: /msg ChanServ ACCEPT #tea bob, …");
      var asked = jules.until("asked_to_join");
      assertThat(text(asked, "asked_to_join")).isEqualTo("bob");
      assertThat(text(asked, "message")).isEqualTo("bonjour, groupe 3");

      alice.send("PRIVMSG ChanServ :REQUESTS #tea");
      alice.expect(":ChanServ NOTICE alice :bob, since … groupe 3");
      alice.expect(":ChanServ NOTICE alice :To answer: …");
      alice.send("PRIVMSG ChanServ :ACCEPT #tea bob");
      alice.until(":bob JOIN #tea");
      assertThat(text(bob.until("request_answered"), "channel")).isEqualTo("#tea");
      assertThat(text(bob.until("conversation").path("conversation"), "channel")).isEqualTo("#tea");
      assertThat(jules.until("request_answered").path("accepted").asBoolean()).isTrue();
      assertThat(text(jules.until("joined"), "user")).isEqualTo("bob");
      bob.ask("{'channel_message':'merci','channel':'#tea'}");
      jules.untilMessage("merci");
    }
  }

  @Test
  void asked_by_irc_answered_by_a_program() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask(CREATE);
      var alice = operator(salon, jules, "alice");
      var bob = salon.member("bob");
      bob.ask("JOIN #tea", ":salon… 473 bob #tea …");
      bob.ask("KNOCK #tea :me too", ":salon… 711 bob #tea :Your KNOCK has been delivered.");
      bob.ask("KNOCK #tea :again", ":salon… 712 bob #tea :Too many KNOCKs: …");
      alice.until(":ChanServ NOTICE %#tea :To answer: …");
      jules.until("asked_to_join");

      jules.ask("{'command':'/accept bob','channel':'#tea'}");
      bob.expect(":ChanServ NOTICE bob :You were let into #tea");
      bob.expect(":bob JOIN #tea");
      bob.until(":salon… 366 bob #tea …");
      alice.expect(":ChanServ NOTICE %#tea :bob was let in");
      alice.expect(":bob JOIN #tea");
      bob.ask("KNOCK #tea", ":salon… 714 bob #tea …");
    }
  }

  @Test
  void who_is_refused_is_told_why_and_until_when_and_not_by_whom() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask(CREATE);
      var bob = salon.newProgram("bob");
      bob.ask(ASK);
      jules.ask("{'command':'/reject bob 2h complet','channel':'#tea'}");
      var refused = bob.until("request_answered");
      assertThat(refused.path("accepted").asBoolean(true)).isFalse();
      assertThat(text(refused, "reason")).isEqualTo("complet");
      assertThat(refused.toString()).doesNotContain("jules");
      assertThat(text(bob.answer(ASK), "error")).isEqualTo("refused_before");
      var own = bob.ask("{'own_requests':true}").path("requests").path(0);
      assertThat(text(own, "until")).isEqualTo(text(refused, "until"));

      var sam = salon.member("sam");
      sam.ask("KNOCK #tea", ":salon… 711 sam #tea …");
      jules.ask("{'reject':'sam','channel':'#tea'}");
      sam.expect(
          ":ChanServ NOTICE sam :The team of #tea refused your request; to be asked again …");
    }
  }

  @Test
  void who_needs_no_answer_comes_in_as_by_join() {
    try (var salon = start()) {
      var alice = salon.joined("alice", "#den");
      alice.ask("MODE #den +iI *!*@*", ":alice MODE #den +iI *!*@*");
      var sam = salon.member("sam");
      sam.send("KNOCK #den :may I?");
      sam.expectAll(":sam JOIN #den", "353 sam = #den :…", "366 sam #den :…");
      alice.expect(":sam JOIN #den");
    }
  }

  @Test
  void two_operators_who_answer_at_once_do_it_once() throws Exception {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask(CREATE);
      var lea = program(salon, jules, "lea");
      for (int round = 0; round < 5; round++) {
        var name = "bob" + round;
        var bob = salon.newProgram(name);
        bob.ask(ASK);
        var accept = ACCEPT.replace("bob", name);
        var reject = REJECT.replace("bob", name);
        var answers = atOnce(() -> jules.answer(accept), () -> lea.answer(reject));
        var done = answers.stream().filter(answer -> answer.has("ok")).toList();
        var late = answers.stream().filter(answer -> answer.has("error")).toList();
        assertThat(done).hasSize(1);
        assertThat(text(late.getFirst(), "error")).isEqualTo("already_answered");
        boolean isIn = answers.getFirst().has("ok");
        var winner = isIn ? "jules" : "lea";
        assertThat(text(late.getFirst(), "message")).contains(winner);
        assertThat(bob.until("request_answered").path("accepted").asBoolean()).isEqualTo(isIn);
        assertThat(members(jules).contains(name)).isEqualTo(isIn);
      }
    }
  }

  @Test
  void who_withdraws_while_being_accepted_is_in_or_out_and_never_both() throws Exception {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask(CREATE);
      for (int round = 0; round < 5; round++) {
        var name = "bob" + round;
        var bob = salon.newProgram(name);
        bob.ask(ASK);
        var accept = ACCEPT.replace("bob", name);
        var answers = atOnce(() -> jules.answer(accept), () -> bob.answer("{'withdraw':'#tea'}"));
        assertThat(answers.stream().filter(answer -> answer.has("ok"))).hasSize(1);
        assertThat(members(jules).contains(name)).isEqualTo(answers.getFirst().has("ok"));
        assertThat(jules.ask("{'join_requests':'#tea'}").path("requests")).isEmpty();
      }
    }
  }

  @Test
  void who_asks_twice_at_once_asks_once() throws Exception {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask(CREATE);
      var phone = salon.newProgram("bob");
      var laptop = salon.program("bob");
      var answers = atOnce(() -> phone.answer(ASK), () -> laptop.answer(ASK));
      assertThat(answers).allMatch(answer -> answer.path("waiting").asBoolean());
      assertThat(jules.ask("{'join_requests':''}").path("requests")).hasSize(1);
      jules.ask(ACCEPT);
      for (var device : List.of(phone, laptop)) {
        device.until("conversation");
        device.ask("{'channel_message':'ici','channel':'#tea'}");
      }
    }
  }

  @Test
  void a_queue_outlives_a_restart_and_who_was_away_is_in() {
    try (var salon = start()) {
      salon.newProgram("jules").ask(CREATE);
      salon.newProgram("bob").ask(ASK);
      salon.restart();
      var jules = salon.program("jules");
      var requests = jules.ask("{'join_requests':'#tea'}").path("requests");
      assertThat(text(requests.path(0), "user")).isEqualTo("bob");
      assertThat(text(requests.path(0), "status")).isEqualTo("disconnected");
      jules.ask(ACCEPT);
      var bob = salon.program("bob");
      assertThat(bob.ask("{'conversations':true}").toString()).contains("#tea");
      bob.ask("{'channel_message':'merci','channel':'#tea'}");
      jules.untilMessage("merci");
    }
  }

  @Test
  void a_ban_meanwhile_is_told_and_who_was_put_out_asks_again() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask(CREATE);
      var bob = salon.newProgram("bob");
      bob.ask(ASK);
      jules.ask("{'ban':'bob','channel':'#tea'}");
      assertThat(text(jules.answer(ACCEPT), "error")).isEqualTo("asker_banned");
      bob.ask("{'withdraw':'#tea'}");
      assertThat(text(bob.answer(ASK), "error")).isEqualTo("banned");
      jules.ask("{'unban':'bob','channel':'#tea'}");
      bob.ask(ASK);
      jules.ask(ACCEPT);
      bob.until("conversation");
      jules.ask("{'kick':'bob','channel':'#tea'}");
      bob.until("kicked");
      bob.ask(ASK);
      assertThat(jules.ask("{'join_requests':'#tea'}").path("requests")).hasSize(1);
    }
  }

  @Test
  void a_private_channel_answers_as_one_that_is_not_there() {
    try (var salon = start()) {
      salon.newProgram("jules").ask("{'create':'#tea','private':true}");
      var bob = salon.newProgram("bob");
      for (var frame :
          List.of(ASK, "{'withdraw':'#tea'}", "{'join_requests':'#tea'}", ACCEPT, REJECT)) {
        var hidden = bob.answer(frame);
        var absent = bob.answer(frame.replace("#tea", "#nix"));
        hidden.remove("id");
        absent.remove("id");
        assertThat(hidden.toString().replace("#tea", "#nix")).isEqualTo(absent.toString());
      }
      var sam = salon.member("sam");
      sam.ask("KNOCK #tea", ":salon… 403 sam #tea :No such channel");
      sam.ask("KNOCK #nix", ":salon… 403 sam #nix :No such channel");
      assertThat(bob.ask("{'channels':''}").toString()).doesNotContain("#tea");
    }
  }

  @Test
  void bad_input_is_told_at_its_place() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask(CREATE);
      jules.ask("{'create':'#open'}");
      var bob = salon.newProgram("bob");
      var long281 = bob.answer("{'ask_to_join':'#tea','message':'%s'}".formatted("é".repeat(281)));
      assertThat(text(long281, "error")).isEqualTo("too_long");
      assertThat(text(long281, "field")).isEqualTo("message");
      bob.ask("{'ask_to_join':'#tea','message':'%s'}".formatted("é".repeat(280)));
      assertThat(text(bob.answer(ACCEPT), "error")).isEqualTo("not_on_channel");
      assertThat(text(jules.answer(ACCEPT.replace("bob", "two,names")), "error"))
          .isEqualTo("no_request");
      assertThat(text(jules.answer("{'reject':'bob','channel':'#tea','duration':'7x'}"), "error"))
          .isEqualTo("bad_duration");
      assertThat(bob.ask("{'ask_to_join':'#open'}").path("waiting").asBoolean(true)).isFalse();
      var guest = salon.connect("guest");
      guest.send("KNOCK #tea");
      assertThat(guest.next().toString()).contains("logged in");
      guest.ask("KNOCK #open", ":salon… 713 guest #open …");
      guest.ask("KNOCK", ":salon… 461 guest KNOCK …");
    }
  }

  private static IrcClient operator(TestSalon salon, JsonClient founder, String name) {
    var client = salon.member(name);
    founder.ask("{'invite':'%s','channel':'#tea'}".formatted(name));
    client.expect(":jules INVITE " + name + " #tea");
    client.join("#tea");
    founder.ask("{'mode':'+o %s','channel':'#tea'}".formatted(name));
    client.expect(":jules MODE #tea +o " + name);
    return client;
  }

  private static JsonClient program(TestSalon salon, JsonClient founder, String name) {
    var client = salon.newProgram(name);
    client.ask("{'ask_to_join':'#tea'}");
    founder.ask("{'accept':'%s','channel':'#tea'}".formatted(name));
    founder.ask("{'mode':'+o %s','channel':'#tea'}".formatted(name));
    client.until("modes");
    return client;
  }

  private static List<String> members(JsonClient asking) {
    return asking
        .ask("{'members':'#tea'}")
        .path("people")
        .valueStream()
        .map(person -> text(person, "user"))
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
