package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.Receiver.Response;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Outgoing webhooks: what is said in a channel is posted to a real HTTP server, once, in order.
class OutgoingTest extends Conversation {
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  private TestSalon open() {
    return open(3);
  }

  private TestSalon open(int attempts) {
    return with("hooks.local", true)
        .with("hooks.attempts", attempts)
        .with("hooks.retry_seconds", 1)
        .with("hooks.longest_retry_seconds", 1)
        .with("hooks.timeout_seconds", 2)
        .start("#tea");
  }

  private static JsonClient jules(TestSalon salon) {
    var jules = salon.newProgram("jules");
    jules.ask("{'create':'#jeux'}");
    jules.ask("{'create_bot':'meteo'}");
    return jules;
  }

  private JsonNode hook(JsonClient jules, String more) {
    return jules.ask(
        ("{'create_outgoing_webhook':'temps','channel':'#jeux','bot':'meteo','url':'%s'%s}")
            .formatted(receiver.url(), more));
  }

  private static void say(JsonClient who, String text) {
    who.ask("{'channel_message':'" + text + "','channel':'#jeux'}");
  }

  @Test
  void what_is_said_is_posted_as_the_frame_with_a_signature_and_the_answer_is_said()
      throws GeneralSecurityException {
    receiver.answers(200, "{\"text\":\"il pleut\"}");
    try (var salon = open()) {
      var jules = jules(salon);
      var bob = salon.connect("bob", "message-tags").join("#jeux");
      var made = hook(jules, "");
      bob.until(":meteo!web@… NOTICE #jeux :…127.0.0.1…");
      bob.send("PRIVMSG #jeux :quel temps ?");
      var post = receiver.next();
      assertThat(post.is("quel temps ?")).isTrue();
      assertThat(post.is("#jeux")).isTrue();
      assertThat(post.header("Content-type")).isEqualTo("application/json");
      assertThat(post.header("X-Salon-Signature"))
          .isEqualTo(
              signature(text(made, "secret"), post.header("X-Salon-Timestamp"), post.body()));
      assertThat(post.header("X-Salon-Delivery")).startsWith(text(made, "outgoing_webhook") + "-");
      var line = bob.until(":meteo!web@… NOTICE #jeux :il pleut").getLast();
      assertThat(line.tags().has("bot")).isTrue();
      var hooks = jules.ask("{'outgoing_webhooks':true}");
      assertThat(hooks.toString()).doesNotContain(text(made, "secret"));
    }
  }

  // By the recipe of docs/bots.md.
  private static String signature(String secret, String timestamp, String body)
      throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return "sha256="
        + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(UTF_8)));
  }

  @Test
  void only_what_begins_with_its_word_is_posted_and_nothing_that_programs_say() {
    try (var salon = open()) {
      var jules = jules(salon);
      hook(jules, ",'word':'!temps'");
      say(jules, "bonjour");
      say(jules, "!tempsde chien");
      jules.ask("{'channel_message':'!temps notice','channel':'#jeux','notice':true}");
      say(jules, "!Temps demain");
      assertThat(receiver.next().is("!Temps demain")).isTrue();
      assertThat(receiver.left()).isZero();
    }
  }

  @Test
  void a_member_has_what_mentions_their_bot_posted_and_an_operator_takes_it_away() {
    try (var salon = open()) {
      var lea = salon.newProgram("lea");
      lea.ask("{'create':'#jeux'}");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#jeux'}");
      jules.ask("{'create_bot':'meteo'}");
      var wanted =
          "{'create_outgoing_webhook':'x','channel':'#jeux','bot':'meteo','url':'%s'%s}"
              .formatted(receiver.url(), "%s");
      assertThat(text(jules.answer(wanted.formatted("")), "error")).isEqualTo("not_operator");
      var nowhere = wanted.replace("#jeux", "#ailleurs").formatted(",'mentions':true");
      assertThat(text(jules.answer(nowhere), "error")).isEqualTo("not_found");
      jules.ask(wanted.formatted(",'mentions':true"));
      say(lea, "bonjour");
      say(lea, "@meteo bonjour");
      assertThat(receiver.next().is("@meteo bonjour")).isTrue();
      assertThat(receiver.left()).isZero();
      var seen = lea.ask("{'outgoing_webhooks':true,'channel':'#jeux'}").path("outgoing_webhooks");
      assertThat(text(seen.path(0), "url")).as("no more than where").doesNotContain("hook");
      lea.ask("{'delete_outgoing_webhook':'" + text(seen.path(0), "outgoing_webhook") + "'}");
      assertThat(jules.ask("{'outgoing_webhooks':true}").path("outgoing_webhooks")).isEmpty();
    }
  }

  @Test
  void nothing_is_lost_nor_out_of_order_when_the_receiver_fails_and_the_server_is_restarted() {
    receiver.answers(0, "");
    try (var salon = open(1000)) {
      var jules = jules(salon);
      hook(jules, "");
      say(jules, "un");
      say(jules, "deux");
      var first = receiver.next(); // which is not answered
      assertThat(first.is("un")).isTrue();
      salon.restart();
      receiver.answers(500, "");
      var again = receiver.next();
      assertThat(again.is("un")).isTrue();
      assertThat(again.header("X-Salon-Delivery")).isEqualTo(first.header("X-Salon-Delivery"));
      receiver.answers(204, "");
      var next = receiver.next();
      while (next.is("un")) {
        next = receiver.next();
      }
      assertThat(next.is("deux")).isTrue();
    }
  }

  @Test
  void after_some_failures_it_is_off_its_owner_is_told_and_a_trial_switches_it_on() {
    receiver.answers(503, "");
    try (var salon = open(2)) {
      var jules = jules(salon);
      var id = text(hook(jules, ""), "outgoing_webhook");
      say(jules, "un");
      var told = jules.until("private_message");
      assertThat(text(told, "account")).isEqualTo("meteo");
      assertThat(text(told, "private_message")).contains("temps", "503");
      assertThat(receiver.next().is("un")).isTrue();
      assertThat(receiver.next().is("un")).isTrue();
      assertThat(state(jules).path("off").asBoolean(false)).isTrue();
      var trial = "{'test_outgoing_webhook':'" + id + "'}";
      assertThat(jules.ask(trial).path("status").asInt()).isEqualTo(503);
      assertThat(state(jules).path("off").asBoolean(false)).isTrue();
      receiver.next();
      receiver.answers(200, "");
      assertThat(text(jules.ask(trial), "last")).isEqualTo("taken");
      receiver.next();
      say(jules, "deux");
      assertThat(receiver.next().is("deux")).as("what it missed is missed").isTrue();
    }
  }

  private static JsonNode state(JsonClient jules) {
    return jules.ask("{'outgoing_webhooks':true}").path("outgoing_webhooks").path(0);
  }

  @Test
  void an_operator_lets_their_bot_into_a_channel_that_is_closed() {
    try (var salon = open()) {
      var jules = jules(salon);
      jules.ask("{'mode':'+i','channel':'#jeux'}");
      hook(jules, "");
      say(jules, "entre nous");
      assertThat(receiver.next().is("entre nous")).isTrue();
    }
  }

  @Test
  void a_bot_that_is_put_out_passes_nothing_on() {
    try (var salon = open()) {
      var jules = jules(salon);
      hook(jules, "");
      jules.ask("{'kick':'meteo','channel':'#jeux'}");
      say(jules, "entre nous");
      jules.until("private_message");
      assertThat(text(state(jules), "last")).isEqualTo("not_in_channel");
      assertThat(receiver.left()).isZero();
    }
  }

  @Test
  void a_slow_receiver_holds_nobody_up() {
    try (var salon = open(1000);
        var slow = new Receiver().answers(0, "")) {
      var jules = jules(salon);
      jules.ask(
          "{'create_outgoing_webhook':'lent','channel':'#jeux','bot':'meteo','url':'%s'}"
              .formatted(slow.url()));
      hook(jules, "");
      for (int i = 0; i < 20; i++) {
        say(jules, "message " + i);
      }
      for (int i = 0; i < 20; i++) {
        assertThat(receiver.next().is("message " + i)).isTrue();
      }
    }
  }

  @Test
  void redirects_are_not_followed_and_what_is_no_answer_is_not_said() {
    try (var inner = new Receiver();
        var salon = open(1)) {
      receiver.answers(post -> {
        post.exchange().getResponseHeaders().set("Location", inner.url());
        return new Response(307, "");
      });
      var jules = jules(salon);
      hook(jules, "");
      say(jules, "un");
      jules.until("private_message");
      assertThat(state(jules).path("status").asInt()).isEqualTo(307);
      assertThat(inner.left()).isZero();
    }
  }

  @Test
  void inner_addresses_and_addresses_without_tls_are_not_posted_to() {
    try (var salon = with("hooks.attempts", 2).start("#tea")) {
      var jules = jules(salon);
      var wanted = "{'create_outgoing_webhook':'x','channel':'#jeux','bot':'meteo','url':'%s'}";
      for (var url :
          new String[] {
            receiver.url(), "ftp://a.example/", "https:///x", "https://u:p@a.example/", "/hook", ""
          }) {
        var refused = jules.answer(wanted.formatted(url));
        assertThat(text(refused, "field")).as(url).isEqualTo("url");
      }
      jules.ask(wanted.formatted(receiver.url().replace("http:", "https:")));
      var trial = state(jules).path("outgoing_webhook").asString();
      var tried = jules.ask("{'test_outgoing_webhook':'" + trial + "'}");
      assertThat(text(tried, "last")).isEqualTo("not_allowed");
      say(jules, "un");
      jules.until("private_message");
      assertThat(text(state(jules), "last")).isEqualTo("not_allowed");
      assertThat(receiver.left()).isZero();
    }
  }

  @Test
  void nobody_else_knows_of_a_webhook_and_no_token_makes_one() {
    try (var salon = open()) {
      var jules = jules(salon);
      var id = text(hook(jules, ""), "outgoing_webhook");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#jeux'}");
      for (var key : new String[] {"test_outgoing_webhook", "delete_outgoing_webhook"}) {
        for (var which : new String[] {id, "999", "x"}) {
          var refused = lea.answer("{'" + key + "':'" + which + "'}");
          assertThat(text(refused, "error")).as(key + which).isEqualTo("not_found");
        }
      }
      assertThat(text(lea.answer("{'outgoing_webhooks':true,'channel':'#jeux'}"), "error"))
          .isEqualTo("not_operator");
      var made = jules.ask("{'create_token':'x','scopes':['read','write']}");
      var program = salon.socket();
      program.expect("welcome");
      program.ask("{'login':'jules','token':'" + text(made, "token") + "'}");
      var refused = program.answer("{'delete_outgoing_webhook':'" + id + "'}");
      assertThat(text(refused, "error")).isEqualTo("not_in_scope");
    }
  }
}
