package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.protocol.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a program is told that concerns its person alone: mentions, what is new, who comes and
/// goes.
class WebNewsTest extends Conversation {

  @Test
  void who_is_mentioned_is_told_so_and_nobody_else() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      for (var program : new JsonClient[] {jules, lea}) {
        program.ask("{'join':'#tea'}");
      }
      var phone = salon.program("lea");
      jules.ask("{'channel_message':'not for anybody','channel':'#tea'}");
      jules.ask("{'channel_message':'tu viens, @Lea ?','channel':'#tea'}");
      alice.send("PRIVMSG #tea :jules: and you?");
      for (var program : new JsonClient[] {jules, lea, phone}) {
        assertThat(program.untilMessage("not for anybody").has("mentions_me")).isFalse();
      }
      assertThat(jules.untilMessage("tu viens, @Lea ?").has("mentions_me")).isFalse();
      for (var program : new JsonClient[] {lea, phone}) {
        assertThat(program.untilMessage("tu viens, @Lea ?").path("mentions_me").asBoolean(false))
            .isTrue();
      }
      assertThat(jules.untilMessage("jules: and you?").path("mentions_me").asBoolean(false))
          .isTrue();
      assertThat(lea.untilMessage("jules: and you?").has("mentions_me")).isFalse();
      lea.ask("{'channel_message':'lea talks of lea','channel':'#tea'}");
      assertThat(lea.untilMessage("lea talks of lea").has("mentions_me")).isFalse();
      assertThat(phone.untilMessage("lea talks of lea").has("mentions_me")).isFalse();

      var page = lea.ask("{'history':'latest','channel':'#tea'}").path("messages");
      assertThat(page.valueStream().map(one -> one.has("mentions_me")))
          .containsExactly(false, true, false, false);
    }
  }

  @Test
  void an_edit_mentions_whom_its_text_does_as_long_as_it_is_unread() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var alice = salon.member("alice", Messages.CAPS).join("#tea");
      var id = Messages.said(alice, "#tea", "tu viens ?");
      jules.untilMessage("tu viens ?");
      alice.send(edit(id, "tu viens, @jules ?"));
      assertThat(jules.until("edited").path("mentions_me").asBoolean(false)).isTrue();
      assertThat(lea.until("edited").has("mentions_me")).isFalse();
      assertThat(mentions(jules)).isEqualTo(1);
      assertThat(mentions(lea)).isZero();

      salon.restart();
      jules = salon.program("jules");
      assertThat(mentions(jules)).isEqualTo(1);
      alice = salon.logIn("alice", Messages.CAPS);
      alice.send(edit(id, "tu viens, @lea ?"));
      assertThat(jules.until("edited").has("mentions_me")).isFalse();
      assertThat(mentions(jules)).isZero();
      lea = salon.program("lea");
      assertThat(mentions(lea)).isEqualTo(1);
      lea.ask("{'read_up_to':'" + id + "','channel':'#tea'}");
      assertThat(mentions(lea)).isZero();
      alice.send(edit(id, "tu viens, @lea et @jules ?"));
      lea.until("edited");
      assertThat(mentions(lea)).isZero();
      assertThat(mentions(jules)).isEqualTo(1);
    }
  }

  private static String edit(String msgid, String text) {
    return "@+draft/edit=" + msgid + " PRIVMSG #tea :" + text;
  }

  private static int mentions(JsonClient reader) {
    return reader
        .ask("{'conversations':true}")
        .path("conversations")
        .path(0)
        .path("mentions")
        .asInt(-1);
  }

  @Test
  void what_is_read_in_history_is_as_it_was_heard() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'set_display_name':'Jules V.'}");
      jules.ask("{'create':'#tea','description':'thé'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var sam = salon.connect("sam").join("#tea");
      sam.send("PRIVMSG #tea :salut jules");
      lea.untilMessage("salut jules");
      jules.ask("{'channel_message':'salut','channel':'#tea'}");
      jules.ask("{'set_topic':'café','channel':'#tea'}");
      jules.ask("{'mode':'+o lea','channel':'#tea'}");
      jules.ask("{'kick':'sam','channel':'#tea','reason':'spam'}");
      lea.ask("{'part':'#tea','reason':'à demain'}");
      var heard = new ArrayList<ObjectNode>();
      do {
        heard.add(jules.next());
      } while (!heard.getLast().has("left"));
      heard.removeIf(frame -> !KEPT.contains(Documents.key(frame)));
      heard.forEach(frame -> frame.remove("id"));
      assertThat(heard.stream().map(Documents::key).distinct())
          .containsExactlyInAnyOrderElementsOf(KEPT);
      var read = jules.ask("{'history':'latest','channel':'#tea','events':true}").path("messages");
      assertThat(read.valueStream().toList()).isEqualTo(List.<JsonNode>copyOf(heard));
    }
  }

  @Test
  void an_irc_user_is_called_by_the_nick_until_they_choose_a_name() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea','description':'thé'}");
      var sam = salon.connect("sam").join("#tea"); // who sent "Real sam" by USER
      jules.until("joined"); // jules
      assertThat(text(jules.until("joined"), "display_name")).isEqualTo("sam");
      sam.send("PRIVMSG #tea :salut");
      assertThat(text(jules.untilMessage("salut"), "display_name")).isEqualTo("sam");

      sam.send("SETNAME :Samira");
      assertThat(text(jules.until("person"), "display_name")).isEqualTo("Samira");
      sam.send("PRIVMSG #tea :c'est moi");
      assertThat(text(jules.untilMessage("c'est moi"), "display_name")).isEqualTo("Samira");
      assertThat(
              jules.ask("{'history':'latest','channel':'#tea'}").findValuesAsString("display_name"))
          .containsExactly("sam", "Samira");
    }
  }

  private static final Set<String> KEPT =
      Set.of("joined", "modes", "topic", "description", "channel_message", "kicked", "left");

  @Test
  void a_private_conversation_that_begins_comes_into_the_lists_of_both() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      jules.ask("{'private_message':'salut','other_user':'lea'}");
      lea.untilMessage("salut");
      var begun = lea.until("conversation").path("conversation");
      assertThat(text(begun, "other_user")).isEqualTo("jules");
      assertThat(text(begun, "status")).isEqualTo("connected");
      assertThat(begun.path("unread").asInt()).isEqualTo(1);
      assertThat(text(begun.path("last"), "private_message")).isEqualTo("salut");
      assertThat(lea.ask("{'conversations':true}").path("conversations").path(0)).isEqualTo(begun);
      var own = jules.until("conversation").path("conversation");
      assertThat(text(own, "other_user")).isEqualTo("lea");
      assertThat(own.path("unread").asInt()).isZero();
      lea.ask("{'private_message':'salut toi','other_user':'jules'}");
      assertThat(lea.settle()).noneMatch(frame -> frame.has("conversation"));
      jules.untilMessage("salut toi");
      assertThat(jules.settle()).noneMatch(frame -> frame.has("conversation"));
    }
  }

  @Test
  void what_one_device_has_read_the_others_are_told_with_what_is_left() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var phone = salon.program("lea");
      var first = text(jules.ask("{'channel_message':'un','channel':'#tea'}"), "msgid");
      jules.ask("{'channel_message':'deux','channel':'#tea'}");
      var last = text(jules.ask("{'channel_message':'et lea ?','channel':'#tea'}"), "msgid");
      lea.untilMessage("et lea ?");
      lea.ask("{'read_up_to':'" + first + "','channel':'#tea'}");
      var read = phone.until("read");
      assertThat(text(read, "read")).isEqualTo(first);
      assertThat(text(read, "channel")).isEqualTo("#tea");
      assertThat(read.path("unread").asInt()).isEqualTo(2);
      assertThat(read.path("mentions").asInt()).isEqualTo(1);
      lea.ask("{'read_up_to':'" + last + "','channel':'#tea'}");
      read = phone.until("read");
      assertThat(text(read, "read")).isEqualTo(last);
      assertThat(read.path("unread").asInt(-1)).isZero();
      assertThat(read.path("mentions").asInt(-1)).isZero();
      assertThat(lea.settle()).noneMatch(frame -> frame.has("read"));
    }
  }

  @Test
  void who_is_watched_is_seen_to_come_and_go_without_a_channel_in_common() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      salon.account("lea");
      var asked = jules.ask("{'get_status':true,'users':['lea','nobody at all']}").path("statuses");
      assertThat(text(asked, "lea")).isEqualTo("disconnected");
      var lea = salon.program("lea");
      assertStatus(jules, "connected");
      lea.ask("{'status':'do_not_disturb'}");
      assertStatus(jules, "do_not_disturb");
      lea.close();
      assertStatus(jules, "disconnected");
    }
  }

  private static void assertStatus(JsonClient watcher, String expected) {
    var status = watcher.until("status");
    assertThat(text(status, "user")).isEqualTo("lea");
    assertThat(text(status, "status")).isEqualTo(expected);
  }
}
