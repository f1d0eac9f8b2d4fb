package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Browsers and programs ask by HTTP.
class WebApiTest {

  @Test
  void a_newcomer_registers_is_known_by_a_cookie_and_logs_out() {
    try (var salon = TestSalon.start()) {
      var page = salon.http().asPage();
      assertThat(page.get("/api/session").status()).isEqualTo(401);
      var made =
          page.post(
              "/api/accounts",
              "{'login':'jules','password':'%s','confirmation':'%s','code':'%s'}"
                  .formatted(TestSalon.PASSWORD, TestSalon.PASSWORD, salon.administratorCode()));
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.text("role")).isEqualTo("administrator");
      assertThat(made.header("Set-Cookie"))
          .startsWith("__Host-salon=")
          .contains("; Secure")
          .contains("; HttpOnly")
          .contains("; SameSite=Lax")
          .contains("; Path=/");
      assertThat(page.get("/api/session").text("user")).isEqualTo("jules");
      var before = page.cookie();
      page.post("/api/sessions", "{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD));
      assertThat(page.cookie()).isNotEqualTo(before);
      assertThat(salon.http().with("Cookie", before).get("/api/session").status()).isEqualTo(401);
      assertThat(page.delete("/api/session").status()).isEqualTo(204);
      assertThat(page.get("/api/session").status()).isEqualTo(401);
    }
  }

  @Test
  void what_is_wrong_with_a_registration_is_told_at_its_field() {
    try (var salon = TestSalon.start()) {
      salon.account("jules");
      var page = salon.http().asPage().with("Accept-Language", "en");
      var name = page.get("/api/names/jules");
      assertThat(name.json().path("available").asBoolean(true)).isFalse();
      assertThat(name.text("suggestion")).isEqualTo("jules2");
      var fields =
          Map.of(
              "{'login':'jules','password':'long enough it is'}",
              "login",
              "{'login':'no spaces','password':'long enough it is'}",
              "login",
              "{'login':'lea','password':'short'}",
              "password",
              "{'login':'lea','password':'password1'}",
              "password",
              "{'login':'lea','password':'" + "long".repeat(257) + "'}",
              "password",
              "{'login':'lea','password':'long enough','confirmation':'other'}",
              "confirmation",
              "{'login':'lea','password':'long enough it is','surname':'x'}",
              "surname");
      fields.forEach((body, field) -> {
        var answer = page.post("/api/accounts", body);
        assertThat(answer.status()).as(body).isBetween(400, 409);
        assertThat(answer.text("field")).as(body).isEqualTo(field);
        assertThat(answer.text("message")).isNotEmpty();
      });
    }
  }

  @Test
  void a_program_with_a_token_does_what_its_scope_allows() {
    try (var salon = TestSalon.start()) {
      var bob = salon.connect("bob").join("#tea");
      var page = salon.http().register("jules");
      var token = page.post("/api/tokens", "{'name':'bot','scopes':['read']}");
      assertThat(token.status()).isEqualTo(201);
      var reader = salon.http().with("Authorization", "Bearer " + token.text("token"));
      assertThat(reader.get("/api/channels").json().path("found")).hasSize(1);
      assertThat(reader.send("PUT", "/api/channels/tea/members/me", null).status()).isEqualTo(403);
      var both = page.post("/api/tokens", "{'name':'bot','scopes':['read','write']}");
      var writer = salon.http().with("Authorization", "Bearer " + both.text("token"));
      assertThat(writer.send("PUT", "/api/channels/tea/members/me", null).status()).isEqualTo(200);
      bob.expect(":jules!web@… JOIN #tea");
      writer.with("Idempotency-Key", "one");
      var first = writer.post("/api/channels/tea/messages", "{'text':'hello'}");
      var second = writer.post("/api/channels/tea/messages", "{'text':'hello'}");
      assertThat(first.status()).isEqualTo(201);
      assertThat(second.text("msgid")).isEqualTo(first.text("msgid"));
      bob.until(":jules!web@… PRIVMSG #tea :hello");
      bob.expectNothing();
      writer.with("Idempotency-Key", null);
      var path = "/api/channels/%23tea/messages/" + first.text("msgid");
      assertThat(writer.send("PATCH", path, "{'text':'hello all'}").status()).isEqualTo(204);
      assertThat(writer.send("PUT", path + "/reactions/%F0%9F%91%8D", null).status())
          .isEqualTo(204);
      var message = writer.get("/api/channels/tea/messages").json().path("messages").path(0);
      assertThat(text(message, "channel_message")).isEqualTo("hello all");
      assertThat(message.path("reactions").path("👍").path(0).asString()).isEqualTo("jules");
      assertThat(page.delete("/api/tokens/" + both.text("token_id")).status()).isEqualTo(204);
      assertThat(writer.get("/api/conversations").status()).isEqualTo(401);
    }
  }

  @Test
  void one_channel_is_asked_for_by_its_name() {
    try (var salon = TestSalon.start()) {
      var page = salon.http().register("jules");
      page.post("/api/channels", "{'channel':'#tea','description':'thé'}");
      for (var path : new String[] {"/api/channels/tea", "/api/channels/%23tea"}) {
        var channel = page.get(path);
        assertThat(channel.status()).isEqualTo(200);
        assertThat(channel.text("channel")).isEqualTo("#tea");
        assertThat(channel.text("description")).isEqualTo("thé");
        assertThat(channel.json().path("members").asInt()).isEqualTo(1);
      }
      assertThat(page.get("/api/channels/coffee").status()).isEqualTo(404);
    }
  }

  @Test
  void a_webhook_is_one_address() {
    try (var salon = TestSalon.start()) {
      var page = salon.http().register("jules");
      page.send("PUT", "/api/channels/tea/members/me", null);
      var bob = salon.connect("bob").join("#tea");
      var hook = page.post("/api/channels/tea/webhooks", "{'name':'ci'}");
      assertThat(hook.status()).isEqualTo(201);
      var curl = salon.http().with("Content-Type", "text/plain");
      assertThat(curl.post(hook.text("url"), "the build is green").status()).isEqualTo(204);
      bob.until(":jules!web@… NOTICE #tea :the build is green");
      assertThat(curl.post("/hooks/none", "x").status()).isEqualTo(404);
    }
  }
}
