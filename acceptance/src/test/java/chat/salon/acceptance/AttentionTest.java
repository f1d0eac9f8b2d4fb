package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Of how much people want to be told, conversation by conversation.
class AttentionTest extends Conversation {

  @Test
  void what_one_says_on_one_device_holds_on_all_of_them() {
    try (var salon = start()) {
      var desk = salon.newProgram("jules");
      desk.ask("{'create':'#classe'}");
      var phone = salon.program("jules");
      var told = desk.ask("{'notify':'everything','channel':'#classe'}");
      assertThat(text(told, "notify")).isEqualTo("everything");
      var heard = phone.until("read");
      assertThat(text(heard, "channel")).isEqualTo("#classe");
      assertThat(text(heard, "notify")).isEqualTo("everything");
      assertThat(heard.path("muted").asBoolean()).isFalse();

      var muted = phone.ask("{'mute':true,'duration':'1h','channel':'#classe'}");
      assertThat(muted.path("muted").asBoolean()).isTrue();
      var until = text(muted, "muted_until");
      assertThat(text(desk.until("read"), "muted_until")).isEqualTo(until);

      var later = salon.program("jules").ask("{'conversations':true}").path("conversations").get(0);
      assertThat(text((ObjectNode) later, "notify")).isEqualTo("everything");
      assertThat(text((ObjectNode) later, "muted_until")).isEqualTo(until);
    }
  }

  @Test
  void the_slash_commands_say_the_same_and_irc_sees_no_difference() {
    try (var salon = start()) {
      var irc = salon.member("jules", "draft/read-marker").join("#classe");
      var jules = salon.program("jules");
      var told = jules.ask("{'command':'/mute 1h','channel':'#classe'}");
      assertThat(told.path("text").get(0).asString()).isNotEmpty();
      irc.expect("MARKREAD #classe *");
      jules.ask("{'command':'/notify rien','channel':'#classe'}");
      irc.expect("MARKREAD #classe *");
      var state = jules.ask("{'conversations':true}").path("conversations").get(0);
      assertThat(text((ObjectNode) state, "notify")).isEqualTo("nothing");
      assertThat(state.path("muted").asBoolean()).isTrue();
      jules.ask("{'command':'/unmute','channel':'#classe'}");
      state = jules.ask("{'conversations':true}").path("conversations").get(0);
      assertThat(state.path("muted").asBoolean()).isFalse();
    }
  }

  @Test
  void nobody_learns_by_it_of_a_channel_that_they_may_not_read() {
    try (var salon = start()) {
      var lea = salon.newProgram("lea");
      lea.ask("{'create':'#secret','private':true,'on_request':false}");
      var jules = salon.newProgram("jules");
      var secret = jules.answer("{'mute':true,'channel':'#secret'}");
      var none = jules.answer("{'mute':true,'channel':'#nulle-part'}");
      assertThat(text(secret, "error")).isEqualTo(text(none, "error"));
      var wrong = jules.answer("{'notify':'loudly','channel':'#secret'}");
      assertThat(text(wrong, "error")).isEqualTo("bad_frame");
      var nobody = jules.answer("{'mute':true,'other_user':'lea'}");
      assertThat(text(nobody, "error")).isEqualTo("nothing_said");
    }
  }
}
