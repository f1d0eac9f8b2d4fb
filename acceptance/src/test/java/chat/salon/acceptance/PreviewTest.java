package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the server finds out about the pages that people link to: a real site is asked, once.
class PreviewTest extends Conversation {
  private static final String HEAD =
      "<title>Thé — Encyclopédie</title><meta property='og:title' content='Le thé'>"
          + "<meta property='og:site_name' content='Encyclopédie'>"
          + "<meta name='description' content='Une boisson &amp; son histoire'>";

  private final Website site = new Website();
  private final TestClock clock = new TestClock();

  @AfterEach
  void close() {
    site.close();
  }

  // One after the other, so that what comes later tells that what came before is done.
  private TestSalon.Setup setup() {
    return with("previews.enabled", true)
        .with("previews.local", true)
        .with("previews.parallel", 1)
        .clock(clock);
  }

  private static JsonClient jules(TestSalon salon) {
    var jules = salon.newProgram("jules");
    jules.ask("{'create':'#tea'}");
    return jules;
  }

  private static String say(JsonClient who, String where, String text) {
    return text(who.ask("{'channel_message':'%s','channel':'%s'}".formatted(text, where)), "msgid");
  }

  private static JsonNode message(JsonClient who, String msgid) {
    var frame = "{'history':'around','msgid':'%s','channel':'#tea','limit':1}".formatted(msgid);
    return who.ask(frame).path("messages").path(0);
  }

  @Test
  void everybody_is_told_what_a_page_is_and_history_has_it() {
    try (var salon = setup().start()) {
      var jules = jules(salon);
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var irc = salon.connect("bob", "message-tags").join("#tea");
      var link = site.page("/the", HEAD);
      var msgid = say(jules, "#tea", "lisez " + link + ".");

      var told = lea.until("previewed");
      assertThat(text(told, "previewed")).isEqualTo(msgid);
      assertThat(text(told, "user")).isEqualTo("jules");
      assertThat(text(told, "channel")).isEqualTo("#tea");
      var preview = told.path("previews").path(0);
      assertThat(text(preview, "url")).isEqualTo(link);
      assertThat(text(preview, "site")).isEqualTo("Encyclopédie");
      assertThat(text(preview, "title")).isEqualTo("Le thé");
      assertThat(text(preview, "description")).isEqualTo("Une boisson & son histoire");
      jules.until("previewed");
      say(jules, "#tea", "fin");
      assertThat(irc.until(":jules!… PRIVMSG #tea :fin"))
          .allMatch(line -> line.command().equals("PRIVMSG"));

      var headers = site.headers("/the");
      assertThat(headers.get("User-Agent")).containsExactly("Salon/0.1 (link preview)");
      assertThat(headers).doesNotContainKeys("Cookie", "Referer", "Authorization", "Origin");
      assertThat(message(lea, msgid).path("previews").path(0)).isEqualTo(preview);
      salon.restart();
      assertThat(message(salon.program("lea"), msgid).path("previews").path(0)).isEqualTo(preview);
      assertThat(site.asked("/the")).isEqualTo(1);
    }
  }

  @Test
  void a_page_is_asked_once_for_everybody_and_one_that_says_nothing_too() {
    try (var salon = setup().start()) {
      var jules = jules(salon);
      var lea = salon.newProgram("lea");
      lea.ask("{'create':'#coffee'}");
      var link = site.page("/the", HEAD);
      say(jules, "#tea", site.url("/missing"));
      say(jules, "#tea", link);
      jules.until("previewed");
      say(lea, "#coffee", site.url("/missing"));
      say(lea, "#coffee", link);
      lea.until("previewed");
      assertThat(site.asked("/the")).isEqualTo(1);
      assertThat(site.asked("/missing")).isEqualTo(1);
      clock.advance(Duration.ofHours(2));
      say(jules, "#tea", site.url("/missing") + " " + link);
      jules.until("previewed");
      assertThat(site.asked("/missing")).isEqualTo(2);
      clock.advance(Duration.ofDays(8));
      say(jules, "#tea", link + " encore");
      jules.until("previewed");
      assertThat(site.asked("/the")).isEqualTo(2);
    }
  }

  @Test
  void nothing_is_asked_for_links_that_not_everybody_may_read() {
    try (var salon = setup().start()) {
      var jules = jules(salon);
      salon.newProgram("lea");
      jules.ask("{'create':'#closed','private':true}");
      jules.ask("{'create':'#keyed'}");
      jules.ask("{'mode':'+k secret','channel':'#keyed'}");
      jules.ask("{'create':'#hidden'}");
      jules.ask("{'mode':'+s','channel':'#hidden'}");
      var link = site.page("/secret", HEAD);
      say(jules, "#closed", link);
      say(jules, "#keyed", link);
      say(jules, "#hidden", link);
      say(jules, text(jules.ask("{'create_group':['lea'],'title':'thé'}"), "group"), link);
      jules.ask("{'private_message':'%s','other_user':'lea'}".formatted(link));
      var irc = salon.logIn("jules");
      irc.send("JOIN #tea", "PRIVMSG @#tea :" + link);
      irc.ping();
      say(jules, "#tea", "`" + link + "` ou <" + link + ">");
      say(jules, "#tea", site.page("/open", HEAD));
      assertThat(jules.until("previewed").path("previews").toString()).contains("/open");
      assertThat(site.asked("/secret")).isZero();
    }
  }

  @Test
  void in_private_too_where_the_server_is_told_so() {
    try (var salon = setup().with("previews.privately", true).start()) {
      var jules = jules(salon);
      var lea = salon.newProgram("lea");
      var link = site.page("/the", HEAD);
      jules.ask("{'private_message':'%s','other_user':'lea'}".formatted(link));
      var told = lea.until("previewed");
      assertThat(text(told, "user")).isEqualTo("jules");
      assertThat(text(told, "other_user")).isEqualTo("lea");
      assertThat(text(jules.until("previewed"), "other_user")).isEqualTo("lea");
    }
  }

  @Test
  void an_edit_takes_previews_away_and_brings_others_and_a_deletion_leaves_none() {
    try (var salon = setup().start()) {
      var jules = jules(salon);
      var one = site.page("/one", "<title>One</title>");
      var two = site.page("/two", "<title>Two</title>");
      var msgid = say(jules, "#tea", one);
      jules.until("previewed");
      jules.ask("{'edit':'%s','text':'rien','channel':'#tea'}".formatted(msgid));
      assertThat(message(jules, msgid).has("previews")).isFalse();
      jules.ask("{'edit':'%s','text':'%s %s','channel':'#tea'}".formatted(msgid, two, one));
      var told = jules.until("previewed").path("previews");
      assertThat(told.valueStream().map(each -> text(each, "title"))).containsExactly("Two", "One");
      assertThat(message(jules, msgid).path("previews")).isEqualTo(told);
      jules.ask("{'delete':'%s','channel':'#tea'}".formatted(msgid));
      assertThat(message(jules, msgid).has("previews")).isFalse();
    }
  }

  @Test
  void who_said_it_hides_its_previews_for_good_and_nobody_else_may() {
    try (var salon = setup().start()) {
      var jules = jules(salon);
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      var msgid = say(jules, "#tea", site.page("/the", HEAD));
      lea.until("previewed");
      var hide = "{'hide_previews':'%s','channel':'#tea'}".formatted(msgid);
      assertThat(text(lea.answer(hide), "error")).isEqualTo("not_author");
      jules.ask(hide);
      jules.ask(hide);
      assertThat(lea.until("previewed").path("previews")).isEmpty();
      assertThat(message(lea, msgid).has("previews")).isFalse();
      jules.ask(
          "{'edit':'%s','text':'voyez %s','channel':'#tea'}".formatted(msgid, site.url("/the")));
      say(jules, "#tea", site.page("/next", HEAD));
      assertThat(lea.until("previewed").path("previews").toString()).contains("/next");
      salon.restart();
      assertThat(message(salon.program("lea"), msgid).has("previews")).isFalse();
    }
  }

  @Test
  void nobody_has_more_pages_asked_in_a_minute_nor_more_previews_in_a_message_than_they_may() {
    try (var salon =
        setup().with("previews.per_minute", 3).with("previews.per_message", 2).start()) {
      var jules = jules(salon);
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#tea'}");
      for (int i = 0; i < 6; i++) {
        site.page("/" + i, "<title>Page " + i + "</title>");
      }
      var three = site.url("/0") + " " + site.url("/1") + " " + site.url("/2");
      say(jules, "#tea", three);
      assertThat(lea.until("previewed").path("previews")).hasSize(2);
      say(jules, "#tea", site.url("/3"));
      lea.until("previewed");
      say(jules, "#tea", site.url("/4"));
      say(lea, "#tea", site.url("/5"));
      assertThat(lea.until("previewed").path("previews").toString()).contains("Page 5");
      assertThat(site.asked("/2") + site.asked("/4")).isZero();
      clock.advance(Duration.ofMinutes(1));
      say(jules, "#tea", site.url("/4"));
      lea.until("previewed");
    }
  }

  @Test
  void without_the_test_setting_nobody_is_led_inside() {
    try (var salon = setup().with("previews.local", false).start()) {
      var jules = jules(salon);
      say(jules, "#tea", site.page("/inside", HEAD));
      var local = site.url("/inside").replace("127.0.0.1", "0x7f.1");
      say(jules, "#tea", local);
      say(jules, "#tea", "http://localhost/inside");
      var stopped = salon; // what waits is given up when it stops, what is asked is waited for
      stopped.restart();
      assertThat(site.asked("/inside")).isZero();
      var history = salon.program("jules").ask("{'history':'latest','channel':'#tea'}");
      assertThat(history.toString()).doesNotContain("previews");
    }
  }
}
