package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.protocol.ApiDocument.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The OpenAPI document is true: the server does each of its operations, with the bodies that it
/// tells, refuses others, and has no route besides. That each answer of any test has the shape that
/// is told, [HttpApi] sees to.
class OpenApiTest {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  @Test
  void every_operation_is_done_as_it_is_told() throws Exception {
    try (var salon = TestSalon.start()) {
      var jules = salon.http().register("jules");
      var done = new HashSet<>(jules.done());
      var lea = salon.newProgram("lea");
      lea.ask("{'private_message':'salut','other_user':'jules'}");
      account(jules, done);
      channels(jules);
      requests(jules, done);
      messages(jules, "/api/channels/classe/messages");
      messages(jules, "/api/private/lea/messages");
      jules.get("/api/conversations");
      jules.get("/api/people?find=l&limit=5");
      jules.get("/api/people/lea");
      jules.get("/api/search?q=salut&order=best&limit=5");
      groups(jules);
      friends(jules, lea);
      webhook(salon, jules, done);
      jules.send("DELETE", "/api/channels/classe/members/me", null);
      jules.delete("/api/session");
      done.addAll(jules.done());
      assertThat(done)
          .containsExactlyInAnyOrderElementsOf(
              jules.document().operations().stream().map(Operation::name).toList());
    }
  }

  private static void account(HttpApi jules, Set<String> done) {
    for (var path : List.of("server", "names/jules", "names/marie", "names/%20", "openapi.json")) {
      assertThat(jules.get("/api/" + path).status()).isEqualTo(200);
    }
    var phone = new HttpApi(jules.root()).asPage();
    phone.post("/api/sessions", "{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD));
    phone.get("/api/session");
    done.addAll(phone.done());
    for (var session : jules.get("/api/sessions").json().path("sessions")) {
      if (!session.path("this").asBoolean(false)) {
        jules.delete("/api/sessions/" + session.path("session").asString());
      }
    }
    var token =
        jules.post("/api/tokens", "{'name':'bot','scopes':['read'],'channel':'#classe','days':7}");
    jules.get("/api/tokens");
    jules.delete("/api/tokens/" + token.text("token_id"));
  }

  private static void channels(HttpApi jules) {
    jules.post("/api/channels", "{'channel':'#classe','description':'thé','private':true}");
    jules.send("PUT", "/api/channels/classe/members/me", null);
    jules.get("/api/channels?text=cla&limit=1");
    jules.get("/api/channels/classe");
    jules.get("/api/channels/classe/members");
  }

  private static void groups(HttpApi jules) {
    var made = jules.post("/api/groups", "{'people':['lea'],'title':'Sortie'}");
    assertThat(made.status()).isEqualTo(201);
    var group = "/api/groups/" + made.text("group").substring(1);
    assertThat(jules.post(group + "/members", "{'people':['lea']}").status()).isEqualTo(204);
    assertThat(jules.send("PUT", group + "/name", "{'name':'Sortie de mai'}").status())
        .isEqualTo(204);
  }

  private static void friends(HttpApi jules, JsonClient lea) {
    jules.send("PUT", "/api/friends/lea", null);
    jules.delete("/api/friends/lea/request");
    lea.ask("{'befriend':'jules'}");
    jules.post("/api/friends/lea/accept", null);
    jules.get("/api/friends");
    jules.delete("/api/friends/lea");
    lea.ask("{'befriend':'jules'}");
    jules.post("/api/friends/lea/refuse", null);
    jules.send("PUT", "/api/blocked/lea", null);
    jules.delete("/api/blocked/lea");
    jules.send("PUT", "/api/heard/lea", null);
    jules.send("PUT", "/api/privacy", "{'write':'shared','add':'friends','see':'everyone'}");
  }

  private static void requests(HttpApi jules, Set<String> done) {
    var requests = "/api/channels/atelier/requests";
    jules.post("/api/channels", "{'channel':'#atelier','on_request':true}");
    for (var answer : List.of("accept", "reject")) {
      var name = "asks" + answer;
      var asker = new HttpApi(jules.root()).register(name);
      asker.post(requests, "{'message':'bonjour'}");
      asker.get("/api/requests/mine");
      asker.delete(requests + "/mine");
      asker.post(requests, "{'message':''}");
      done.addAll(asker.done());
      jules.get("/api/requests");
      jules.get(requests);
      var reason = answer.equals("reject") ? "{'reason':'','duration':'7d'}" : null;
      jules.post(requests + "/" + name + "/" + answer, reason);
    }
  }

  private static void messages(HttpApi jules, String path) {
    var first = jules.post(path, "{'text':'voici le message'}");
    var id = "/" + first.text("msgid");
    jules.post(path, "{'text':'et la suite','reply_to':'%s'}".formatted(first.text("msgid")));
    jules.send("PUT", path + id + "/reactions/%F0%9F%91%8D", null);
    jules.send("PATCH", path + id, "{'text':'voici le message, corrigé'}");
    var pins = path.replace("/messages", "/pins");
    jules.send("PUT", pins + id, null);
    assertThat(jules.get(pins).json().path("pins").toString()).contains(first.text("msgid"));
    jules.delete(pins + id);
    var saved = path.replace("/messages", "/saved");
    jules.send("PUT", saved + id, null);
    assertThat(jules.get("/api/saved?limit=1").json().path("messages")).hasSize(1);
    jules.delete(saved + id);
    assertThat(jules.get("/api/activity?kinds=mention,reply&limit=1").status()).isEqualTo(200);
    jules.post("/api/activity/seen", "{'up_to':'%s'}".formatted(first.text("msgid")));
    for (var moment :
        List.of("", "&around=" + first.text("msgid"), "&before=2050-01-01T00:00:00Z")) {
      assertThat(jules.get(path + "?limit=10" + moment).status()).isEqualTo(200);
    }
    jules.delete(path + id + "/previews");
    jules.delete(path + id + "/reactions/%F0%9F%91%8D");
    jules.delete(path + id);
    assertThat(jules.get(path).json().path("messages").toString()).contains("\"deleted\":true");
  }

  private static void webhook(TestSalon salon, HttpApi jules, Set<String> done) {
    var hook = jules.post("/api/channels/classe/webhooks", "{'name':'ci'}").text("url");
    var curl = salon.http();
    curl.post(hook, "{'text':'la compilation est bonne'}");
    done.addAll(curl.done());
    bots(jules);
  }

  private static void bots(HttpApi jules) {
    jules.post("/api/bots", "{'name':'meteo'}");
    jules.get("/api/bots");
    var token = jules.post("/api/bots/meteo/tokens", "{'name':'maison'}").text("token_id");
    jules.get("/api/bots/meteo/tokens");
    jules.delete("/api/bots/meteo/tokens/" + token);
    jules.post("/api/channels/classe/webhooks", "{'name':'pluie','bot':'meteo'}");
    var hooks = jules.get("/api/channels/classe/webhooks").json().path("webhooks");
    assertThat(hooks).hasSize(2);
    for (var hook : hooks) {
      boolean isOwn = hook.path("speaker").asString().equals("jules");
      var where = isOwn ? "/api/webhooks/" : "/api/channels/classe/webhooks/";
      jules.delete(where + hook.path("webhook").asString());
    }
    assertThat(jules.get("/api/webhooks").json().path("webhooks")).isEmpty();
    outgoing(jules);
    jules.delete("/api/bots/meteo");
  }

  private static void outgoing(HttpApi jules) {
    var wanted = "{'name':'temps','bot':'meteo','url':'https://robots.example/','word':'!temps'}";
    var hook =
        jules.post("/api/channels/classe/outgoing-webhooks", wanted).text("outgoing_webhook");
    assertThat(hook).isNotEmpty();
    jules.get("/api/channels/classe/outgoing-webhooks");
    jules.get("/api/outgoing-webhooks");
    jules.send("POST", "/api/outgoing-webhooks/" + hook + "/test", null);
    jules.delete("/api/outgoing-webhooks/" + hook);
  }

  @Test
  void a_body_that_is_not_as_it_is_told_is_refused_at_its_field() throws Exception {
    try (var salon = TestSalon.start()) {
      var jules = salon.http().register("jules");
      for (var operation : jules.document().operations()) {
        if (operation.body().isMissingNode()) {
          continue;
        }
        for (var field : operation.body().path("properties").propertyNames()) {
          for (var body : wrong(jules, operation, field)) {
            assertRefused(jules, operation, body, field);
          }
        }
        assertRefused(jules, operation, "{'unheard_of':true}", "unheard_of");
        var first = operation.body().path("required").path(0).asString();
        assertRefused(jules, operation, "{}", first);
        assertThat(ask(jules, operation, "{").text("error")).isEqualTo("bad_json");
      }
    }
  }

  // Bodies with a value that the document does not allow.
  private static List<String> wrong(HttpApi jules, Operation operation, String field)
      throws IOException, InterruptedException {
    var schema = operation.body().path("properties").path(field);
    var bodies = new ArrayList<String>();
    for (var value : List.of("null", "7", "1.5", "true", "'x'", "[]", "[7]", "{}")) {
      if (!jules.document().ofSchema(schema, value.replace('\'', '"')).isEmpty()) {
        bodies.add("{'%s':%s}".formatted(field, value));
      }
    }
    assertThat(bodies).hasSizeGreaterThan(3);
    return bodies;
  }

  private static void assertRefused(HttpApi jules, Operation operation, String body, String field) {
    var answer = ask(jules, operation, body);
    assertThat(answer.status()).as(operation.name() + " " + body).isEqualTo(400);
    assertThat(answer.text("field")).as(operation.name() + " " + body).isEqualTo(field);
  }

  private static HttpApi.Answer ask(HttpApi jules, Operation operation, String body) {
    return jules.send(operation.method(), filled(operation.path()), body);
  }

  @Test
  void a_parameter_that_is_not_as_it_is_told_is_refused() throws Exception {
    try (var salon = TestSalon.start()) {
      var jules = salon.http().register("jules");
      jules.post("/api/channels", "{'channel':'#x'}");
      for (var operation : jules.document().operations()) {
        if (operation.told().path("parameters").toString().contains("\"limit\"")) {
          var answer = jules.get(filled(operation.path()) + "?limit=many");
          assertThat(answer.status()).as(operation.name()).isEqualTo(400);
          assertThat(answer.text("field")).isEqualTo("limit");
        }
      }
    }
  }

  @Test
  void whoever_has_no_account_is_told_to_log_in_where_the_document_says_so() throws Exception {
    try (var salon = TestSalon.start()) {
      var stranger = salon.http().asPage();
      for (var operation : stranger.document().operations()) {
        if (operation.told().has("security") && operation.body().isMissingNode()) {
          var answer = stranger.send(operation.method(), filled(operation.path()), null);
          assertThat(answer.status()).as(operation.name()).isEqualTo(401);
        }
      }
    }
  }

  @Test
  void there_is_no_route_besides() throws Exception {
    try (var salon = TestSalon.start()) {
      var jules = salon.http().register("jules");
      var document = jules.document();
      for (var told : document.operations()) {
        var path = filled(told.path());
        var allowed =
            METHODS.stream()
                .filter(method -> document.operation(method, path).isPresent())
                .sorted()
                .collect(Collectors.joining(", "));
        for (var method : METHODS) {
          if (document.operation(method, path).isEmpty()) {
            var answer = jules.send(method, path, null);
            assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo(allowed);
          }
        }
        for (var other : neighbours(path)) {
          if (METHODS.stream().allMatch(method -> document.operation(method, other).isEmpty())) {
            assertThat(jules.get(other).status()).as(other).isEqualTo(404);
          }
        }
      }
    }
  }

  private static List<String> neighbours(String path) {
    var parts = path.split("/");
    var all = new ArrayList<>(List.of(path + "/", path + "/x", path + "x/x"));
    for (int i = 3; i < parts.length; i++) {
      all.add(String.join("/", Arrays.copyOf(parts, i)));
    }
    return all;
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[a-z]+}", "x");
  }
}
