package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Incoming webhooks: what is posted to an address is said in its channel.
class WebhookTest extends Conversation {
  private static String url(JsonClient operator, String more) {
    return text(
        operator.ask("{'create_webhook':'ci','channel':'#atelier'%s}".formatted(more)), "url");
  }

  private static HttpApi curl(TestSalon salon) {
    return salon.http().with("Content-Type", "application/x-www-form-urlencoded");
  }

  @Test
  void a_webhook_may_speak_for_a_bot_which_comes_in_by_itself() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#atelier'}");
      jules.ask("{'create_bot':'ci'}");
      var bob = salon.connect("bob", "message-tags").join("#atelier");
      var hook = url(jules, ",'bot':'ci'");
      assertThat(curl(salon).post(hook, "build 7 is green").status()).isEqualTo(204);
      var line = bob.until(":ci!web@… NOTICE #atelier :build 7 is green").getLast();
      assertThat(line.tags().has("bot")).isTrue();
      var seen = jules.untilMessage("build 7 is green");
      assertThat(seen.path("bot").asBoolean(false)).isTrue();
      assertThat(seen.path("notice").asBoolean(false)).isTrue();
    }
  }

  @Test
  void operators_see_all_webhooks_of_their_channel_and_take_them_back() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#atelier'}");
      jules.ask("{'create_bot':'ci'}");
      var hook = url(jules, ",'bot':'ci'");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#atelier'}");
      var asked = "{'webhooks':true,'channel':'#atelier'}";
      assertThat(text(lea.answer(asked), "error")).isEqualTo("not_operator");
      jules.ask("{'mode':'+o lea','channel':'#atelier'}");
      lea.until("modes");
      var hooks = lea.ask(asked).path("webhooks");
      assertThat(hooks).hasSize(1);
      assertThat(hooks.toString()).doesNotContain(hook.substring(7));
      assertThat(text(hooks.path(0), "speaker")).isEqualTo("ci");
      var id = text(hooks.path(0), "webhook");
      var without = lea.answer("{'revoke_webhook':'" + id + "'}");
      assertThat(text(without, "error")).isEqualTo("not_found");
      lea.ask("{'revoke_webhook':'" + id + "','channel':'#atelier'}");
      var late = curl(salon).post(hook, "too late");
      assertThat(late.status()).isEqualTo(404);
      assertThat(late.text("error")).isEqualTo("no_such_webhook");
    }
  }

  @Test
  void a_webhook_takes_so_many_messages_a_minute() {
    try (var salon = TestSalon.with("web.hook_per_minute", 2).start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#atelier'}");
      var hook = url(jules, "");
      var other = url(jules, "");
      assertThat(curl(salon).post(hook, "one").status()).isEqualTo(204);
      assertThat(curl(salon).post(hook, "two").status()).isEqualTo(204);
      var third = curl(salon).post(hook, "three");
      assertThat(third.status()).isEqualTo(429);
      assertThat(third.text("error")).isEqualTo("rate_limited");
      assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 30);
      assertThat(curl(salon).post(other, "four").status()).isEqualTo(204);
    }
  }

  @Test
  void what_is_wrong_with_a_post_is_told() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#atelier'}");
      var hook = url(jules, "");
      assertThat(curl(salon).post(hook, "").text("field")).isEqualTo("text");
      assertThat(salon.http().post(hook, "{'texte':'x'}").text("field")).isEqualTo("texte");
      assertThat(salon.http().post(hook, "{'text'").text("error")).isEqualTo("bad_json");
      jules.ask("{'part':'#atelier'}");
      var outside = curl(salon).post(hook, "x");
      assertThat(outside.status()).isBetween(403, 409);
      assertThat(outside.text("message")).isNotEmpty();
    }
  }
}
