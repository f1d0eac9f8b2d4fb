package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What opens the web door, for how long, for what, and what it shows to nobody else.
class WebSecretsTest {
  private static final String LOG_IN =
      "{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD);

  private static HttpApi logIn(TestSalon salon) {
    var page = salon.http().asPage();
    assertThat(page.post("/api/sessions", LOG_IN).status()).isEqualTo(200);
    return page;
  }

  private static boolean isIn(HttpApi page) {
    return page.get("/api/session").status() == 200;
  }

  // ---- For how long ----

  @Test
  void a_browser_is_logged_out_when_it_is_not_used_and_after_long_use() {
    var clock = new TestClock();
    try (var salon =
        TestSalon.with("web.session_idle", Duration.ofDays(3))
            .with("web.session_absolute", Duration.ofDays(10))
            .clock(clock)
            .start()) {
      salon.account("jules");
      var used = logIn(salon);
      var unused = logIn(salon);
      for (int day = 0; day < 9; day++) {
        clock.advance(Duration.ofDays(1));
        assertThat(isIn(used)).as("day " + day).isTrue();
      }
      assertThat(isIn(unused)).isFalse();
      clock.advance(Duration.ofDays(1));
      assertThat(isIn(used)).isFalse();
    }
  }

  @Test
  void one_browser_more_makes_the_one_that_was_used_longest_ago_go() {
    var clock = new TestClock();
    try (var salon = TestSalon.with("web.sessions_per_account", 2).clock(clock).start()) {
      salon.account("jules");
      var first = logIn(salon);
      clock.advance(Duration.ofHours(1));
      var second = logIn(salon);
      clock.advance(Duration.ofHours(1));
      assertThat(isIn(first)).isTrue();
      var third = logIn(salon);
      assertThat(List.of(isIn(first), isIn(second), isIn(third)))
          .containsExactly(true, false, true);
    }
  }

  @Test
  void a_token_is_good_for_its_days() {
    var clock = new TestClock();
    try (var salon = TestSalon.with("web.token_days", 30).clock(clock).start()) {
      var page = salon.http().register("jules");
      var week = bearer(salon, page.post("/api/tokens", "{'name':'week','days':7}"));
      var long_ = bearer(salon, page.post("/api/tokens", "{'name':'long','days':1000}"));
      clock.advance(Duration.ofDays(6));
      assertThat(isIn(week)).isTrue();
      clock.advance(Duration.ofDays(2));
      assertThat(isIn(week)).isFalse();
      assertThat(isIn(long_)).isTrue();
      clock.advance(Duration.ofDays(23));
      assertThat(isIn(long_)).isFalse();
    }
  }

  private static HttpApi bearer(TestSalon salon, HttpApi.Answer made) {
    assertThat(made.status()).isEqualTo(201);
    return salon.http().with("Authorization", "Bearer " + made.text("token"));
  }

  // ---- For what ----

  @Test
  void a_token_of_one_channel_is_good_there_alone_and_makes_no_other() {
    try (var salon = TestSalon.start()) {
      var page = salon.http().register("jules");
      page.post("/api/channels", "{'channel':'#tea'}");
      page.post("/api/channels", "{'channel':'#coffee'}");
      var made = "{'name':'bot','scopes':['read','write'],'channel':'#tea'}";
      var bot = bearer(salon, page.post("/api/tokens", made));
      var hello = "{'text':'hello'}";
      assertThat(bot.post("/api/channels/tea/messages", hello).status()).isEqualTo(201);
      assertThat(bot.post("/api/channels/coffee/messages", hello).status()).isEqualTo(403);
      assertThat(bot.post("/api/private/jules/messages", hello).status()).isEqualTo(403);
      assertThat(bot.get("/api/conversations").status()).isEqualTo(403);
      assertThat(bot.post("/api/tokens", "{'name':'more'}").status()).isEqualTo(403);
    }
  }

  @Test
  void the_secret_of_one_kind_is_none_of_another() {
    try (var salon = TestSalon.start()) {
      var page = salon.http().register("jules");
      page.post("/api/channels", "{'channel':'#tea'}");
      var hook = page.post("/api/channels/tea/webhooks", "{'name':'ci'}").text("url");
      var token = page.post("/api/tokens", "{'name':'bot'}").text("token");
      var cookie = page.cookie().replaceFirst(".*=", "");
      for (var secret : List.of(hook.substring("/hooks/".length()), cookie)) {
        assertThat(isIn(salon.http().with("Authorization", "Bearer " + secret))).isFalse();
      }
      for (var secret : List.of(token, cookie)) {
        assertThat(salon.http().post("/hooks/" + secret, "{'text':'x'}").status()).isEqualTo(404);
      }
      assertThat(isIn(salon.http().with("Cookie", "__Host-salon=" + token))).isFalse();
    }
  }

  // ---- For nobody else ----

  @Test
  void a_secret_channel_is_to_others_as_one_that_there_is_not() {
    try (var salon = TestSalon.start()) {
      var jules = salon.http().register("jules");
      jules.post("/api/channels", "{'channel':'#secret','private':true}");
      var said = jules.post("/api/channels/secret/messages", "{'text':'psst'}").text("msgid");
      var lea = salon.http().register("lea");
      var ways =
          List.of(
              "GET /api/channels/@",
              "GET /api/channels/@/members",
              "GET /api/channels/@/messages",
              "GET /api/channels/@/messages?around=" + said,
              "POST /api/channels/@/messages {'text':'x'}",
              "PATCH /api/channels/@/messages/" + said + " {'text':'x'}",
              "DELETE /api/channels/@/messages/" + said,
              "PUT /api/channels/@/messages/" + said + "/reactions/x",
              "POST /api/channels/@/webhooks {'name':'ci'}",
              "DELETE /api/channels/@/members/me");
      for (var way : ways) {
        var secret = ask(lea, way.replace("@", "secret"));
        var nothing = ask(lea, way.replace("@", "absent"));
        assertThat(secret.status()).as(way).isEqualTo(nothing.status()).isBetween(400, 404);
        assertThat(secret.response().body().replace("secret", "absent"))
            .as(way)
            .isEqualTo(nothing.response().body());
      }
      assertThat(lea.get("/api/channels?text=secret").json().path("found")).isEmpty();
      assertThat(lea.get("/api/people/jules").json().path("person").path("channels")).isEmpty();
    }
  }

  private static HttpApi.Answer ask(HttpApi who, String way) {
    var parts = way.split(" ", 3);
    return who.send(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
  }

  @Test
  void what_two_say_to_each_other_no_third_finds() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var sam = salon.newProgram("sam");
      var id = text(jules.ask("{'private_message':'psst','other_user':'lea'}"), "msgid");
      lea.untilMessage("psst");
      for (var other : List.of("jules", "lea")) {
        for (var frame :
            List.of(
                "{'edit':'@','text':'x'}",
                "{'delete':'@'}",
                "{'react':'x','to':'@'}",
                "{'edits':'@'}")) {
          var place = frame.replace("}", ",'other_user':'" + other + "'}");
          var real = sam.answer(place.replace("@", id));
          var made = sam.answer(place.replace("@", "0000000000001"));
          assertThat(text(real, "error")).as(place).isEqualTo(text(made, "error"));
          assertThat(text(real, "error")).isEqualTo("no_such_message");
        }
        var around = "{'history':'around','msgid':'" + id + "','other_user':'" + other + "'}";
        assertThat(sam.ask(around).path("messages")).isEmpty();
      }
      assertThat(sam.ask("{'conversations':true}").path("conversations")).isEmpty();
      assertThat(sam.settle()).isEmpty();
    }
  }

  @Test
  void nobody_marks_as_read_what_they_may_not_read() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea','private':true}");
      var id = text(jules.ask("{'channel_message':'psst','channel':'#tea'}"), "msgid");
      var lea = salon.newProgram("lea");
      var answer = lea.answer("{'read_up_to':'" + id + "','channel':'#tea'}");
      assertThat(text(answer, "error")).isEqualTo("no_such_channel");
    }
  }

  @Test
  void no_secret_is_ever_logged() {
    var root = (Logger) LoggerFactory.getLogger("chat.salon");
    var before = root.getLevel();
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
    try (var salon = TestSalon.start()) {
      var page = salon.http().register("jules");
      page.post("/api/sessions", "{'login':'jules','password':'canary-wrong'}");
      page.post("/api/sessions", "{'login':'jules','password':7,'canary-field':1}");
      page.post("/api/sessions", "{'login':'jules','password':'canary-half");
      page.post("/api/channels", "{'channel':'#tea'}");
      var token = page.post("/api/tokens", "{'name':'bot'}").text("token");
      var hook = page.post("/api/channels/tea/webhooks", "{'name':'ci'}").text("url");
      salon.http().post(hook, "{'text':'canary-text'}");
      bearer(salon, page.post("/api/tokens", "{'name':'two'}")).get("/api/conversations");
      var jules = salon.program("jules");
      jules.answer("{'set_password':'canary-new-password','current':'canary-wrong'}");
      jules.ask("{'channel_message':'canary-message','channel':'#tea'}");
      jules.sendRaw("{\"login\":\"jules\",\"password\":\"canary-broken");
      jules.until("error");
      var cookie = page.cookie().replaceFirst(".*=", "");
      for (var event : List.copyOf(log.list)) {
        assertThat(event.getFormattedMessage() + event.getThrowableProxy())
            .doesNotContain("canary", TestSalon.PASSWORD, token, cookie, hook.substring(7));
      }
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
  }
}
