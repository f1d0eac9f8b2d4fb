package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Devices that are told what is for somebody who does not look.
class PushTest extends Conversation {
  private static final String CANARY = "canary-7731";

  private TestSalon.Setup pushing() {
    return with("push.local", true).with("push.wait_seconds", 0).with("push.retry_seconds", 1);
  }

  @Test
  void a_private_message_is_told_once_and_without_its_text() {
    try (var push = new PushReceiver();
        var salon = pushing().start()) {
      var jules = salon.newProgram("jules");
      ok(jules.ask(push.frame()));
      var key = text(jules.ask("{'get_push_key':true}"), "push_key");
      var lea = salon.newProgram("lea");
      lea.ask("{'private_message':'%s','other_user':'jules'}".formatted(CANARY));

      var told = push.next();
      assertThat(told.text()).doesNotContain(CANARY);
      assertThat(text(told.json(), "push")).isEqualTo("message");
      assertThat(text(told.json(), "other_user")).isEqualTo("lea");
      assertThat(told.json().path("unread").asInt()).isEqualTo(1);
      assertThat(told.header("content-encoding")).isEqualTo("aes128gcm");
      assertThat(told.header("ttl")).isEqualTo("86400");
      assertThat(told.header("urgency")).isEqualTo("high");
      assertThat(told.header("topic")).matches("[A-Za-z0-9_-]{32}").doesNotContain("lea");
      assertThat(told.header("authorization")).startsWith("vapid t=").endsWith(", k=" + key);

      lea.ask("{'private_message':'encore','other_user':'jules'}");
      var later = push.next();
      assertThat(later.header("topic")).isEqualTo(told.header("topic"));
      assertThat(later.json().path("unread").asInt()).isEqualTo(2);
      assertThat(push.hasMore()).isFalse();
    }
  }

  @Test
  void who_wants_it_is_told_names_and_texts_also_when_nobody_of_them_is_there() {
    try (var push = new PushReceiver();
        var salon = pushing().with("push.wait_seconds", 3600).start()) {
      var jules = salon.newProgram("jules");
      ok(jules.ask(push.frame().replace("}", ",'shows_text':true}")));
      jules.send("{'close':true}");
      jules.until("closing");
      var lea = salon.newProgram("lea");
      Indexed.await(() ->
          lea.ask("{'get_status':true,'users':['jules']}").toString().contains("disconnected"));
      lea.ask("{'private_message':'tu viens ?','other_user':'jules'}");
      var told = push.next().json();
      assertThat(text(told, "user")).isEqualTo("lea");
      assertThat(text(told, "text")).isEqualTo("tu viens ?");
    }
  }

  @Test
  void a_mention_is_told_by_irc_as_the_line_that_it_is_and_other_talk_is_not() {
    try (var push = new PushReceiver();
        var salon = pushing().start()) {
      var jules = salon.member("jules", "draft/webpush", "standard-replies").join("#classe");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#classe'}");
      jules.expect(":lea JOIN #classe");
      jules.ask(
          "WEBPUSH REGISTER %s p256dh=%s;auth=%s"
              .formatted(push.endpoint(), push.key(), push.secret()),
          "WEBPUSH REGISTER " + push.endpoint());
      lea.ask("{'channel_message':'bonjour à tous','channel':'#classe'}");
      var said = lea.ask("{'channel_message':'jules : tu viens ?','channel':'#classe'}");
      var told = push.next();
      assertThat(told.text())
          .startsWith("@")
          .contains("msgid=" + text(said, "msgid"))
          .endsWith(" PRIVMSG #classe :jules : tu viens ?");
      jules.expect(":lea PRIVMSG #classe :bonjour à tous");
      jules.expect(":lea PRIVMSG #classe :jules : tu viens ?");
      jules.ask("WEBPUSH UNREGISTER " + push.endpoint(), "WEBPUSH UNREGISTER " + push.endpoint());
      assertThat(push.hasMore()).isFalse();
    }
  }

  @Test
  void who_was_put_out_or_has_read_it_before_it_is_sent_is_told_nothing() {
    try (var push = new PushReceiver();
        var salon = pushing().with("push.wait_seconds", 2).start()) {
      var lea = salon.newProgram("lea");
      lea.ask("{'create':'#classe'}");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#classe'}");
      lea.until("joined");
      ok(jules.ask(push.frame()));
      var read = lea.ask("{'private_message':'lu','other_user':'jules'}");
      jules.until("private_message");
      ok(jules.ask("{'read_up_to':'%s','other_user':'lea'}".formatted(text(read, "msgid"))));
      lea.ask("{'channel_message':'jules, dehors','channel':'#classe'}");
      ok(lea.ask("{'kick':'jules','channel':'#classe'}"));
      // What comes later is sent later: when that is there, nothing else was on its way.
      var sam = salon.newProgram("sam");
      sam.ask("{'private_message':'et après','other_user':'jules'}");
      assertThat(text(push.next().json(), "other_user")).isEqualTo("sam");
      assertThat(push.hasMore()).isFalse();
    }
  }

  @Test
  void a_device_that_is_gone_is_forgotten_and_a_service_that_is_busy_asked_again() {
    try (var push = new PushReceiver().answering(503, 201, 410);
        var salon = pushing().start()) {
      var jules = salon.newProgram("jules");
      ok(jules.ask(push.frame()));
      var lea = salon.newProgram("lea");
      lea.ask("{'private_message':'un','other_user':'jules'}");
      push.next();
      assertThat(text(push.next().json(), "push")).isEqualTo("message");
      var test = "{'test_push':'%s'}".formatted(push.endpoint());
      assertThat(text(jules.answer(test), "error")).isEqualTo("push_not_taken");
      assertThat(text(push.next().json(), "push")).isEqualTo("trial");
      assertThat(text(jules.answer(test), "error")).isEqualTo("no_such_device");
      ok(jules.ask(push.frame()));
      ok(jules.ask(test));
    }
  }

  @Test
  void nobody_is_disturbed_who_does_not_want_to_be_or_by_whom_they_blocked() {
    try (var push = new PushReceiver();
        var salon = pushing().start()) {
      var jules = salon.newProgram("jules");
      ok(jules.ask(push.frame()));
      var lea = salon.newProgram("lea");
      var sam = salon.newProgram("sam");
      ok(jules.ask("{'block':'lea'}"));
      lea.ask("{'private_message':'bloqué','other_user':'jules'}");
      sam.ask("{'private_message':'entendu','other_user':'jules'}");
      assertThat(text(push.next().json(), "other_user")).isEqualTo("sam");
      ok(jules.ask("{'status':'do_not_disturb'}"));
      sam.ask("{'private_message':'chut','other_user':'jules'}");
      var zoe = salon.newProgram("zoe");
      ok(zoe.ask(push.frame()));
      sam.ask("{'private_message':'à toi','other_user':'zoe'}");
      push.next();
      assertThat(push.hasMore()).isFalse();
    }
  }

  @Test
  void a_stranger_who_asks_to_be_heard_disturbs_nobody_until_they_are() {
    try (var push = new PushReceiver();
        var other = new PushReceiver();
        var salon = pushing().start()) {
      var jules = salon.newProgram("jules");
      ok(jules.ask(push.frame()));
      ok(jules.ask("{'set_privacy':true,'write':'friends'}"));
      var zoe = salon.newProgram("zoe");
      ok(zoe.ask(other.frame()));
      var lea = salon.newProgram("lea");
      lea.ask("{'private_message':'on se connaît ?','other_user':'jules'}");
      lea.ask("{'private_message':'et toi ?','other_user':'zoe'}");
      other.next();
      assertThat(push.hasMore()).isFalse();

      ok(jules.ask("{'accept_messages':'lea'}"));
      lea.ask("{'private_message':'merci','other_user':'jules'}");
      assertThat(push.next().json().path("unread").asInt()).isEqualTo(2);
    }
  }

  @Test
  void who_may_answer_is_told_who_asks_to_come_in_while_they_ask() {
    try (var push = new PushReceiver();
        var salon = pushing().start()) {
      var jules = salon.newProgram("jules");
      ok(jules.ask(push.frame().replace("}", ",'shows_text':true}")));
      ok(jules.ask("{'create':'#projets','on_request':true}"));
      var lea = salon.newProgram("lea");
      ok(lea.ask("{'ask_to_join':'#projets','message':'groupe 3'}"));
      var told = push.next().json();
      assertThat(text(told, "push")).isEqualTo("join_request");
      assertThat(text(told, "channel")).isEqualTo("#projets");
      assertThat(text(told, "user")).isEqualTo("lea");
      assertThat(text(told, "text")).isEqualTo("groupe 3");
    }
  }

  @Test
  void a_question_of_friendship_is_told_without_a_name_unless_that_is_wanted() {
    try (var push = new PushReceiver();
        var salon = pushing().start()) {
      var jules = salon.newProgram("jules");
      ok(jules.ask(push.frame()));
      var lea = salon.newProgram("lea");
      var sam = salon.newProgram("sam");
      ok(jules.ask("{'block':'sam'}"));
      ok(sam.ask("{'befriend':'jules'}"));
      ok(lea.ask("{'befriend':'jules'}"));
      var told = push.next();
      assertThat(text(told.json(), "push")).isEqualTo("friend_request");
      assertThat(told.text()).doesNotContain("lea");
      assertThat(push.hasMore()).isFalse();
    }
  }

  @Test
  void of_each_conversation_one_is_told_as_much_as_one_wants() {
    try (var push = new PushReceiver();
        var salon = pushing().start()) {
      var lea = salon.newProgram("lea");
      lea.ask("{'create':'#classe'}");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#classe'}");
      lea.until("joined");
      ok(jules.ask(push.frame()));
      ok(jules.ask("{'notify':'everything','channel':'#classe'}"));
      lea.ask("{'channel_message':'bonjour à tous','channel':'#classe'}");
      assertThat(text(push.next().json(), "channel")).isEqualTo("#classe");

      ok(jules.ask("{'mute':true,'channel':'#classe'}"));
      lea.ask("{'channel_message':'jules, en sourdine','channel':'#classe'}");
      lea.ask("{'private_message':'tout','other_user':'jules'}");
      assertThat(text(push.next().json(), "other_user")).isEqualTo("lea");
      ok(jules.ask("{'notify':'nothing','other_user':'lea'}"));
      lea.ask("{'private_message':'rien','other_user':'jules'}");
      var sam = salon.newProgram("sam");
      sam.ask("{'private_message':'et moi ?','other_user':'jules'}");
      assertThat(text(push.next().json(), "other_user")).isEqualTo("sam");

      ok(jules.ask("{'notify':'mentions','other_user':'lea'}"));
      ok(jules.ask("{'notify':'mentions','channel':'#classe'}"));
      ok(jules.ask("{'unmute':true,'channel':'#classe'}"));
      lea.ask("{'private_message':'pas toi','other_user':'jules'}");
      lea.ask("{'private_message':'dis, jules','other_user':'jules'}");
      assertThat(text(push.next().json(), "other_user")).isEqualTo("lea");
      lea.ask("{'channel_message':'jules, enfin','channel':'#classe'}");
      assertThat(text(push.next().json(), "channel")).isEqualTo("#classe");
      assertThat(push.hasMore()).isFalse();
    }
  }

  @Test
  void inner_addresses_and_more_devices_than_allowed_are_refused_with_what_to_do() {
    try (var push = new PushReceiver();
        var salon = with("push.per_account", 1).start()) {
      var jules = salon.newProgram("jules");
      var refused = jules.answer(push.frame());
      assertThat(text(refused, "error")).isEqualTo("bad_push_endpoint");
      for (var wrong : new String[] {"https://push.example.net:22/", "ftp://a.example", "x y"}) {
        var frame = push.frame().replace(push.endpoint(), wrong);
        assertThat(text(jules.answer(frame), "error")).as(wrong).isEqualTo("bad_push_endpoint");
      }
      ok(jules.ask(push.frame().replace(push.endpoint(), "https://localhost/1")));
      var second = jules.answer(push.frame().replace(push.endpoint(), "https://localhost/2"));
      assertThat(text(second, "error")).isEqualTo("too_many_devices");
      var test = jules.answer("{'test_push':'https://localhost/1'}");
      assertThat(text(test, "error")).isEqualTo("push_not_taken");

      var guest = salon.connect("guest", "standard-replies");
      guest.ask(
          "WEBPUSH REGISTER https://push.example.net/ p256dh=a;auth=b",
          "FAIL WEBPUSH ACCOUNT_REQUIRED REGISTER https://push.example.net/ …");
      guest.ask("WEBPUSH HELLO", "FAIL WEBPUSH INVALID_PARAMS * * …");
    }
  }

  @Test
  void who_logs_out_by_hand_is_told_nothing_any_more_at_any_door() {
    try (var push = new PushReceiver();
        var salon = pushing().start()) {
      var jules = salon.member("jules", "draft/webpush", "standard-replies");
      jules.ask(
          "WEBPUSH REGISTER %s p256dh=%s;auth=%s"
              .formatted(push.endpoint(), push.key(), push.secret()),
          "WEBPUSH REGISTER " + push.endpoint());
      var lea = salon.newProgram("lea");
      lea.ask("{'private_message':'un','other_user':'jules'}");
      assertThat(push.next().text()).endsWith(" PRIVMSG jules :un");
      jules.expect(":lea PRIVMSG jules :un");
      jules.send("PRIVMSG NickServ :LOGOUT");
      jules.until(":jules NICK …");
      lea.ask("{'private_message':'deux','other_user':'jules'}");

      var zoe = salon.newProgram("zoe");
      ok(zoe.ask(push.frame()));
      lea.ask("{'private_message':'trois','other_user':'zoe'}");
      assertThat(text(push.next().json(), "other_user")).isEqualTo("lea");
      ok(zoe.ask("{'logout':true}"));
      lea.ask("{'private_message':'quatre','other_user':'zoe'}");

      var sam = salon.newProgram("sam");
      ok(sam.ask(push.frame()));
      sam.ask("{'private_message':'à moi','other_user':'lea'}");
      lea.ask("{'private_message':'cinq','other_user':'sam'}");
      assertThat(push.next().json().path("unread").asInt()).isEqualTo(1);
      assertThat(push.hasMore()).isFalse();
    }
  }

  private static void ok(ObjectNode answer) {
    assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isTrue();
  }
}
