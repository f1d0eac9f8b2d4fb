package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people say that they are doing, at the doors.
class CustomStatusTest extends Conversation {

  private static JsonNode says(JsonClient asking, String name) {
    return asking.ask("{'profile':'" + name + "'}").path("person").path("custom_status");
  }

  private static String whois(IrcClient asking, String nick) {
    return asking.answer("WHOIS " + nick).stream().map(Line::toString).collect(joining("\n"));
  }

  @Test
  void what_one_says_at_one_door_is_seen_at_the_others() {
    try (var salon = start("#tea")) {
      var lea = salon.newProgram("lea");
      var jules = salon.member("jules").join("#tea");
      lea.ask("{'join':'#tea'}");
      jules.expect(":lea JOIN #tea");

      lea.ask("{'set_custom_status':'📅 en réunion','duration':'1h'}");
      assertThat(text(lea.until("person"), "person")).isEqualTo("lea"); // her other sessions, too
      salon.settle();
      assertThat(whois(jules, "lea")).contains("320 jules lea :📅 en réunion");

      jules.send("PRIVMSG NickServ :STATUS 2h à la bibliothèque");
      jules.expect(":NickServ NOTICE jules :You say: à la bibliothèque");
      var told = lea.until("person");
      assertThat(text(told, "person")).isEqualTo("jules");
      assertThat(text(told.path("custom_status"), "text")).isEqualTo("à la bibliothèque");
      assertThat(text(told.path("custom_status"), "until")).endsWith("Z");
      assertThat(says(lea, "jules")).isEqualTo(told.path("custom_status"));

      jules.send("PRIVMSG NickServ :STATUS");
      jules.expect(":NickServ NOTICE jules :You say nothing of what you are doing");
      assertThat(lea.until("person").path("custom_status").isNull()).isTrue();
    }
  }

  @Test
  void it_is_kept_for_who_comes_back_and_over_at_its_end() {
    var clock = new TestClock();
    try (var salon = layout.setup().clock(clock).start("#tea")) {
      var lea = salon.newProgram("lea");
      lea.ask("{'command':'/status 1h en réunion'}");
      lea.send("{'close':true}");
      lea.until("closing");

      var bob = salon.connect("bob");
      salon.logIn("lea");
      assertThat(whois(bob, "lea")).contains("320 bob lea :en réunion");
      assertThat(text(says(salon.program("lea"), "lea"), "text")).isEqualTo("en réunion");
      clock.advance(Duration.ofMinutes(61));
      assertThat(whois(bob, "lea")).doesNotContain(" 320 ");
    }
  }

  @Test
  void an_end_that_is_none_is_refused_and_what_was_said_stays() {
    try (var salon = start()) {
      var lea = salon.newProgram("lea");
      lea.ask("{'set_custom_status':'au travail'}");
      for (var end :
          new String[] {
            "'duration':'bientôt'", "'duration':'999999w'", "'until':'2020-01-01T00:00:00Z'"
          }) {
        var refused = lea.answer("{'set_custom_status':'parti'," + end + "}");
        assertThat(text(refused, "error")).isEqualTo("bad_frame");
      }
      var long_ = "{'set_custom_status':'" + "x".repeat(400) + "'}";
      assertThat(text(lea.answer(long_), "error")).isEqualTo("too_long");
      assertThat(text(says(lea, "lea"), "text")).isEqualTo("au travail");
      assertThat(says(lea, "lea").path("until").isNull()).isTrue();
      lea.ask("{'set_custom_status':null}");
      assertThat(says(lea, "lea").isNull()).isTrue();
    }
  }
}
