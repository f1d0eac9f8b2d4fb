package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What somebody has read at one door they have read at the others, on whichever node.
class MarkersInStepTest extends Conversation {
  private static final String CAP = "draft/read-marker";

  @Test
  void irc_and_programs_have_the_same_marker_in_channels() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var weechat = salon.logIn("lea", CAP);
      var one = said(jules, lea, "{'channel_message':'one','channel':'#tea'}");
      var two = said(jules, lea, "{'channel_message':'two','channel':'#tea'}");

      lea.ask("{'read_up_to':'%s','channel':'#tea'}".formatted(text(one, "msgid")));
      weechat.until("MARKREAD #tea timestamp=" + text(one, "time"));
      weechat.ask(
          "MARKREAD #tea timestamp=" + text(two, "time"),
          "MARKREAD #tea timestamp=" + text(two, "time"));
      var read = lea.until("read");
      assertThat(text(read, "channel")).isEqualTo("#tea");
      assertThat(read.path("unread").asInt(-1)).isZero();
      weechat.ask("MARKREAD #tea", "MARKREAD #tea timestamp=" + text(two, "time"));
      assertThat(jules.settle()).noneMatch(frame -> frame.has("read"));
    }
  }

  @Test
  void irc_and_programs_have_the_same_marker_in_private() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var weechat = salon.logIn("lea", CAP);
      var one = said(jules, lea, "{'private_message':'one','other_user':'lea'}");
      weechat.until(":jules PRIVMSG lea one");
      lea.ask("{'read_up_to':'%s','other_user':'jules'}".formatted(text(one, "msgid")));
      weechat.until("MARKREAD jules timestamp=" + text(one, "time"));
      var two = said(jules, lea, "{'private_message':'two','other_user':'lea'}");
      weechat.until(":jules PRIVMSG lea two");
      weechat.send("MARKREAD jules timestamp=" + text(two, "time"));
      var read = lea.until("read");
      assertThat(text(read, "other_user")).isEqualTo("jules");
      assertThat(read.path("unread").asInt(-1)).isZero();
    }
  }

  private static ObjectNode said(JsonClient by, JsonClient heardBy, String frame) {
    var answer = by.ask(frame);
    for (var heard = heardBy.next(); ; heard = heardBy.next()) {
      if (text(answer, "msgid").equals(text(heard, "msgid"))) {
        return heard;
      }
    }
  }
}
