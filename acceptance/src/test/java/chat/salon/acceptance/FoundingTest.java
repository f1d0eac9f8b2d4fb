package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which channels come to last: that where newcomers land, and so many of each account.
class FoundingTest extends Conversation {
  @Test
  void the_first_channel_lasts_though_a_guest_opened_it() {
    try (var salon = start()) {
      var guest = salon.joined("guest", "#tea");
      var jules = salon.newProgram("jules");
      var shown = jules.ask("{'join':'#tea'}").path("conversation");
      assertThat(shown.path("lasting").asBoolean(false)).isTrue();
      guest.expect(":jules JOIN #tea");
      guest.expect(":jules MODE #tea +r");
      guest.expect(":jules MODE #tea +q jules");
      jules.ask("{'channel_message':'hello','channel':'#tea'}");
      guest.expect(":jules PRIVMSG #tea hello");

      salon.restart();
      var list = salon.program("jules").ask("{'conversations':true}").path("conversations");
      assertThat(text(list.path(0), "channel")).isEqualTo("#tea");
      assertThat(text(list.path(0).path("last"), "channel_message")).isEqualTo("hello");
    }
  }

  @Test
  void it_belongs_to_the_first_account_and_to_no_other() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      assertThat(jules.settle()).noneMatch(frame -> text(frame, "modes").contains("lea"));
      var irc = salon.connect("irc");
      assertThat(irc.answer("CHANSERV INFO #tea").toString()).contains("Founder: jules");
      lea.ask("{'join':'#other'}");
      assertThat(irc.answer("CHANSERV INFO #other").toString()).doesNotContain("Founder");
    }
  }

  @Test
  void an_account_founds_only_so_many() {
    try (var salon = with("limits.channels_founded", 2).start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#one'}");
      var irc = salon.logIn("jules").join("#two", "#three");
      irc.send("CHANSERV REGISTER #two");
      irc.until(":ChanServ NOTICE jules :#two is yours…");

      var refused = jules.answer("{'create':'#four'}");
      assertThat(text(refused, "error")).isEqualTo("too_many_founded");
      assertThat(text(refused, "message")).contains("2");
      irc.send("CHANSERV REGISTER #three");
      irc.until(":ChanServ NOTICE jules :Your account has founded 2 channels…");
      salon.newProgram("lea").ask("{'create':'#five'}");

      var told = irc.answer("CHANSERV DROP #two").getLast().param(1);
      irc.send("CHANSERV DROP #two " + told.substring(told.lastIndexOf(' ') + 1));
      irc.until(":ChanServ NOTICE jules :#two is not registered…");
      jules.ask("{'create':'#four'}");
    }
  }
}
