package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages that people keep for themselves, for as long as they may read them.
class SavedTest extends Conversation {
  private static final String SAVED = "{'saved':true}";

  @Test
  void what_is_saved_by_one_program_is_there_for_http_and_after_a_restart() {
    try (var salon = start()) {
      var http = salon.http().register("lea");
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.program("lea");
      lea.ask("{'join':'#tea'}");
      var one = say(jules, "one");
      var privately = text(jules.ask("{'private_message':'psst','other_user':'lea'}"), "msgid");
      lea.untilMessage("psst");
      lea.ask("{'save':'%s','channel':'#tea'}".formatted(one));
      lea.ask("{'save':'%s','other_user':'jules'}".formatted(privately));
      lea.ask("{'command':'/save %s','channel':'#tea'}".formatted(one));

      var first = http.get("/api/saved?limit=1").json();
      assertThat(text(first.path("messages").path(0), "other_user")).isEqualTo("jules");
      var second = http.get("/api/saved?limit=1&before=" + text(first, "next")).json();
      assertThat(text(second.path("messages").path(0).path("message"), "channel_message"))
          .isEqualTo("one");
      assertThat(http.get("/api/saved?before=" + text(second, "next")).json().path("messages"))
          .isEmpty();
      assertThat(jules.ask(SAVED).path("messages")).isEmpty();

      salon.restart();
      lea = salon.program("lea");
      assertThat(lea.ask(SAVED).path("messages")).hasSize(2);
      assertThat(lea.ask("{'command':'/saved'}").path("text")).hasSize(2);
      lea.ask("{'unsave':'%s','other_user':'jules'}".formatted(privately));
      assertThat(lea.ask(SAVED).path("messages")).hasSize(1);
    }
  }

  @Test
  void it_is_read_as_it_is_now_and_only_by_who_may_read_it() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var one = say(jules, "one");
      var two = say(jules, "two");
      lea.untilMessage("two");
      lea.ask("{'save':'%s','channel':'#tea'}".formatted(one));
      lea.ask("{'save':'%s','channel':'#tea'}".formatted(two));
      jules.ask("{'edit':'%s','text':'one, mended','channel':'#tea'}".formatted(one));
      jules.ask("{'delete':'%s','channel':'#tea'}".formatted(two));
      lea.until("deleted");
      var messages = lea.ask(SAVED).path("messages");
      assertThat(messages).hasSize(1);
      assertThat(text(messages.path(0).path("message"), "channel_message"))
          .isEqualTo("one, mended");

      jules.ask("{'ban':'lea','channel':'#tea'}");
      lea.until("kicked");
      assertThat(lea.ask(SAVED).path("messages")).isEmpty();
      jules.ask("{'unban':'lea','channel':'#tea'}");
      lea.ask("{'join':'#tea'}");
      assertThat(lea.ask(SAVED).path("messages")).hasSize(1);
    }
  }

  @Test
  void what_may_not_be_read_looks_like_what_is_not_there() {
    try (var salon = with("limits.saved", 1).start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea','private':true}");
      var hidden = say(jules, "hidden");
      var lea = salon.newProgram("lea");
      var save = "{'save':'%s','channel':'#%s'}";
      var refused = lea.answer(save.formatted(hidden, "tea"));
      var absent = lea.answer(save.formatted(hidden, "nix"));
      refused.remove("id");
      absent.remove("id");
      assertThat(refused.toString().replace("#tea", "#nix")).isEqualTo(absent.toString());
      for (var wrong : List.of("nix", "", "0r4k1m2t8g000")) {
        assertThat(text(jules.answer(save.formatted(wrong, "tea")), "error"))
            .isEqualTo("no_such_message");
      }
      assertThat(text(jules.answer("{'saved':true,'before':'nix'}"), "error"))
          .isEqualTo("no_such_message");
      jules.ask(save.formatted(hidden, "tea"));
      jules.ask(save.formatted(hidden, "tea"));
      assertThat(text(jules.answer(save.formatted(say(jules, "more"), "tea")), "error"))
          .isEqualTo("too_many_saved");
    }
  }

  private static String say(JsonClient who, String text) {
    return text(who.ask("{'channel_message':'%s','channel':'#tea'}".formatted(text)), "msgid");
  }
}
