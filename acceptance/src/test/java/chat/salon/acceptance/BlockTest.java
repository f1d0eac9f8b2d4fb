package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Security P2: who is blocked sees ordinary success, and nothing of what they do comes in.
class BlockTest extends Conversation {

  @Test
  void what_somebody_blocked_writes_does_not_come_in_and_looks_sent() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var phone = salon.logIn("lea");
      jules.ask("{'private_message':'before','other_user':'lea'}");
      lea.untilMessage("before");
      phone.until(":jules!… PRIVMSG lea :before");
      var answer = lea.ask("{'block':'jules'}");
      assertThat(answer.path("blocked").asBoolean()).isTrue();
      awaitUnheard(jules, lea);
      var heard = texts(lea, "jules");
      phone.ping(); // what came before its node knew

      var said = jules.ask("{'private_message':'hello?','other_user':'lea'}");
      assertThat(said.propertyNames())
          .containsExactlyInAnyOrder("id", "ok", "msgid", "time", "seq");
      jules.untilMessage("hello?");
      jules.ask("{'typing':true,'other_user':'lea'}");
      assertThat(texts(jules, "lea")).endsWith("hello?");
      assertThat(texts(lea, "jules")).isEqualTo(heard);
      assertThat(phone.ping()).isEmpty();
      assertThat(lea.settle()).noneMatch(frame -> frame.has("private_message"));
      assertThat(unread(lea, "jules")).isEqualTo(heard.size());

      salon.restart();
      jules = salon.program("jules");
      lea = salon.program("lea");
      assertThat(texts(jules, "lea")).endsWith("hello?");
      assertThat(texts(lea, "jules")).isEqualTo(heard);
      lea.ask("{'unblock':'jules'}");
      assertThat(texts(lea, "jules")).isEqualTo(heard);
      awaitHeard(jules, lea);
    }
  }

  @Test
  void what_was_said_before_a_block_is_neither_changed_nor_reacted_to_for_who_blocked() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var phone = salon.logIn("lea", Messages.CAPS);
      var before = text(jules.ask("{'private_message':'before','other_user':'lea'}"), "msgid");
      phone.until("PRIVMSG lea :before");
      lea.ask("{'block':'jules'}");
      awaitUnheard(jules, lea);
      lea.settle();
      phone.ping();

      var edit = "{'edit':'%s','text':'you will read this','other_user':'lea'}".formatted(before);
      assertThat(jules.ask(edit).path("ok").asBoolean()).isTrue();
      assertThat(text(jules.until("edited"), "text")).isEqualTo("you will read this");
      var react = "{'react':'this','to':'%s','other_user':'lea'}".formatted(before);
      assertThat(jules.ask(react).path("ok").asBoolean()).isTrue();
      jules.until("reacted");

      assertThat(phone.ping()).isEmpty();
      assertThat(lea.settle())
          .noneMatch(frame -> frame.has("edited") || frame.has("reacted") || frame.has("activity"));
      var history = lea.ask("{'history':'latest','other_user':'jules'}").toString();
      assertThat(history).contains("before").doesNotContain("you will", "this");
    }
  }

  // Another node may hear of a block a moment later than who blocked.
  private static void awaitUnheard(JsonClient speaker, JsonClient reader) {
    for (int i = 0; say(speaker, reader, "still " + i); i++) {
      assertThat(i).isLessThan(200);
    }
  }

  private static void awaitHeard(JsonClient speaker, JsonClient reader) {
    for (int i = 0; !say(speaker, reader, "again " + i); i++) {
      assertThat(i).isLessThan(200);
    }
  }

  // Whether lea reads it.
  private static boolean say(JsonClient speaker, JsonClient reader, String text) {
    speaker.ask("{'private_message':'" + text + "','other_user':'lea'}");
    return texts(reader, "jules").contains(text);
  }

  @Test
  void nobody_who_is_blocked_mentions_invites_or_types() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      jules.ask("{'create':'#tea'}");
      jules.ask("{'create':'#coffee'}");
      lea.ask("{'join':'#tea'}");
      lea.ask("{'block':'jules'}");
      awaitUnheard(jules, lea);
      salon.newProgram("tom").ask("{'join':'#tea'}");
      lea.settle();
      jules.ask("{'typing':true,'channel':'#tea'}");
      jules.ask("{'invite':'lea','channel':'#coffee'}");
      jules.ask("{'channel_message':'@lea ?','channel':'#tea'}");
      assertThat(lea.untilMessage("@lea ?").has("mentions_me")).isFalse();
      assertThat(lea.settle()).noneMatch(frame -> frame.has("typing") || frame.has("invited"));
      var tea =
          lea.ask("{'conversations':true}")
              .path("conversations")
              .valueStream()
              .filter(one -> text(one, "channel").equals("#tea"))
              .findFirst()
              .orElseThrow();
      assertThat(tea.path("mentions").asInt()).isZero();
    }
  }

  @Test
  void who_begins_to_write_to_somebody_who_blocked_them_is_not_in_their_list() {
    try (var salon = start()) {
      salon.account("jules");
      var lea = salon.newProgram("lea");
      lea.ask("{'block':'jules'}");
      var jules = salon.program("jules"); // whose node knows of it, whichever that is
      jules.ask("{'private_message':'hello?','other_user':'lea'}");
      assertThat(lea.ask("{'conversations':true}").path("conversations")).isEmpty();
      assertThat(jules.ask("{'conversations':true}").path("conversations")).hasSize(1);
      jules.ask("{'befriend':'lea'}");
      assertThat(lea.settle()).noneMatch(frame -> frame.path("bond").asString("").equals("asks"));
    }
  }

  @Test
  void a_strangers_message_is_a_request_until_it_is_answered_or_accepted() {
    try (var salon = start()) {
      var lea = salon.newProgram("lea");
      lea.ask("{'set_privacy':true,'write':'friends'}");
      var jules = salon.newProgram("jules");
      var tom = salon.newProgram("tom");
      jules.ask("{'private_message':'hello?','other_user':'lea'}");
      assertThat(lea.until("conversation").path("conversation").path("request").asBoolean())
          .isTrue();
      tom.ask("{'private_message':'hey','other_user':'lea'}");
      assertThat(requests(lea)).containsExactlyInAnyOrder("jules", "tom");
      assertThat(requests(jules)).isEmpty();
      lea.ask("{'private_message':'hello','other_user':'jules'}");
      assertThat(requests(lea)).containsExactly("tom");
      lea.ask("{'accept_messages':'tom'}");
      assertThat(requests(lea)).isEmpty();
    }
  }

  private static List<String> requests(JsonClient reader) {
    return reader
        .ask("{'conversations':true}")
        .path("conversations")
        .valueStream()
        .filter(one -> one.path("request").asBoolean(false))
        .map(one -> text(one, "other_user"))
        .toList();
  }

  private static List<String> texts(JsonClient reader, String other) {
    return reader
        .ask("{'history':'latest','other_user':'" + other + "'}")
        .path("messages")
        .valueStream()
        .map(one -> text(one, "private_message"))
        .toList();
  }

  private static int unread(JsonClient reader, String other) {
    return reader
        .ask("{'conversations':true}")
        .path("conversations")
        .valueStream()
        .filter(one -> text(one, "other_user").equals(other))
        .findFirst()
        .orElseThrow()
        .path("unread")
        .asInt();
  }
}
