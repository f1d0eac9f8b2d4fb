package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Searching for messages at the three doors, and who finds what.
class SearchDoorsTest extends Conversation {
  private static final String[] CAPS = {
    "soju.im/search", "batch", "server-time", "message-tags", "standard-replies"
  };

  @Test
  void a_word_is_found_without_its_accents_at_every_door() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#classe'}");
      var alice = salon.connect("alice", CAPS).join("#classe");
      jules.ask("{'channel_message':'Avant','channel':'#classe'}");
      alice.expect(":jules PRIVMSG #classe :Avant");
      var said = jules.ask("{'channel_message':'La Réunion, demain','channel':'#classe'}");
      alice.expect(":jules PRIVMSG #classe :La Réunion, demain");
      var msgid = text(said, "msgid");

      var hit = awaitHit(jules, "reunions").path("hits").path(0);
      assertThat(text(hit, "channel")).isEqualTo("#classe");
      assertThat(text(hit.path("message"), "channel_message")).isEqualTo("La Réunion, demain");
      assertThat(hit.path("marks").toString()).isEqualTo("[[3,7]]");
      assertThat(text(hit.path("before"), "channel_message")).isEqualTo("Avant");
      assertThat(hit.path("after").isNull()).isTrue();

      var token = text(jules.ask("{'create_token':'essai','scopes':['read']}"), "token");
      var http = salon.http().with("Authorization", "Bearer " + token);
      var page = http.get("/api/search?context=true&q=" + encoded("de:jules réunion"));
      assertThat(page.status()).isEqualTo(200);
      assertThat(text(page.json().path("hits").path(0).path("message"), "msgid")).isEqualTo(msgid);

      alice.send("SEARCH text=reunion;in=#classe;limit=5");
      var ref = alice.expect(":salon.test BATCH +… soju.im/search").param(0).substring(1);
      alice.expect(
          "@batch=%s;time=…;msgid=%s :jules PRIVMSG #classe :La Réunion, demain"
              .formatted(ref, msgid));
      alice.expect(":salon.test BATCH -" + ref);

      var told = jules.ask("{'command':'/search reunion','channel':'#classe'}").path("text");
      assertThat(told.path(0).asString()).endsWith("#classe · jules : La Réunion, demain");
    }
  }

  @Test
  void who_is_outside_or_was_put_out_finds_nothing_and_learns_nothing() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#secret'}");
      jules.ask("{'mode':'+s','channel':'#secret'}");
      var lea = salon.newProgram("lea");
      lea.ask("{'join':'#secret'}");
      jules.ask("{'channel_message':'trésor','channel':'#secret'}");
      awaitHit(lea, "tresor");

      jules.ask("{'kick':'lea','channel':'#secret'}");
      lea.until("kicked");
      assertThat(find(lea, "tresor").path("hits").isEmpty()).isTrue();
      assertThat(refusal(lea, "tresor in:#secret")).isEqualTo(refusal(lea, "tresor in:#secrex"));
      assertThat(find(jules, "tresor").path("hits").size()).isEqualTo(1);
    }
  }

  @Test
  void a_private_conversation_is_found_by_its_two_and_by_nobody_else() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var sam = salon.newProgram("sam");
      jules.ask("{'private_message':'mot doux','other_user':'lea'}");
      lea.untilMessage("mot doux");
      assertThat(text(awaitHit(jules, "doux").path("hits").path(0), "other_user")).isEqualTo("lea");
      assertThat(text(find(lea, "doux in:@jules").path("hits").path(0), "other_user"))
          .isEqualTo("jules");
      var only =
          lea.ask("{'search':'doux','other_user':'sam'}").path("hits"); // another conversation
      assertThat(only.isEmpty()).isTrue();
      assertThat(find(sam, "doux").path("hits").isEmpty()).isTrue();
      assertThat(find(sam, "doux in:@jules").path("hits").isEmpty()).isTrue();
    }
  }

  @Test
  void what_is_edited_is_found_as_it_is_now_and_what_is_deleted_is_not() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#classe'}");
      var msgid = text(jules.ask("{'channel_message':'brouillon','channel':'#classe'}"), "msgid");
      awaitHit(jules, "brouillon");
      jules.ask("{'edit':'%s','text':'propre','channel':'#classe'}".formatted(msgid));
      awaitHit(jules, "propre");
      assertThat(find(jules, "brouillon").path("hits").isEmpty()).isTrue();
      jules.ask("{'delete':'%s','channel':'#classe'}".formatted(msgid));
      assertThat(find(jules, "propre").path("hits").isEmpty()).isTrue(); // at once
    }
  }

  @Test
  void a_newcomer_finds_what_they_may_read_and_a_plain_member_nothing_of_the_ranks() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#classe'}");
      var alice = salon.connect("alice", CAPS).join("#classe");
      jules.until("joined");
      jules.ask("{'channel_message':'secret de tous','channel':'#classe'}");
      alice.expect(":jules PRIVMSG #classe :secret de tous");
      var sam = salon.connect("sam", CAPS).join("#classe");
      alice.expect(":sam JOIN #classe");
      jules.ask("{'mode':'+o alice','channel':'#classe'}");
      alice.expect(":jules MODE #classe +o alice");
      sam.expect(":jules MODE #classe +o alice");
      alice.send("PRIVMSG @#classe :secret des chefs");
      jules.untilMessage("secret des chefs");
      Indexed.await(() -> find(jules, "secret").path("hits").size() == 2);
      assertThat(found(sam, "SEARCH text=secret")).containsExactly("secret de tous");
      assertThat(found(alice, "SEARCH text=secret"))
          .containsExactly("secret de tous", "secret des chefs");
    }
  }

  @Test
  void a_search_that_means_nothing_is_told_with_its_place() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var answer = jules.answer("{'search':'thé avant:demain'}");
      assertThat(text(answer, "error")).isEqualTo("bad_search");
      assertThat(text(answer, "field")).isEqualTo("search");
      assertThat(text(answer, "message")).contains("avant:demain", "5");
      assertThat(text(jules.answer("{'search':''}"), "error")).isEqualTo("bad_search");
      assertThat(text(jules.answer("{'search':'a','order':'random'}"), "field")).isEqualTo("order");
      assertThat(text(jules.answer("{'search':'a','zone':'Mars'}"), "field")).isEqualTo("zone");
      assertThat(text(jules.answer("{'search':'a','cursor':'x'}"), "error"))
          .isEqualTo("bad_search");
      var alice = salon.connect("alice", CAPS);
      alice.ask("SEARCH limit=0", ":salon.test FAIL SEARCH INVALID_PARAMS limit :…");
      alice.ask("SEARCH before=hier", ":salon.test FAIL SEARCH INVALID_PARAMS before :…");
      alice.ask("SEARCH in=#nowhere", ":salon.test FAIL SEARCH INVALID_PARAMS in :…");
      alice.ask("SEARCH colour=red", ":salon.test FAIL SEARCH INVALID_PARAMS colour :…");
      alice.ask("SEARCH text=\"a", ":salon.test FAIL SEARCH INVALID_PARAMS \"a :…");
    }
  }

  @Test
  void who_searches_too_often_waits() {
    try (var salon = with("search.per_minute", 2).start()) {
      var jules = salon.newProgram("jules");
      find(jules, "a");
      find(jules, "b");
      var answer = jules.answer("{'search':'c'}");
      assertThat(text(answer, "error")).isEqualTo("rate_limited");
      assertThat(answer.path("retry_after").asInt()).isPositive();
    }
  }

  @Test
  void pages_follow_each_other() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#classe'}");
      for (int i = 0; i < 5; i++) {
        jules.ask("{'channel_message':'mot %d','channel':'#classe'}".formatted(i));
      }
      Indexed.await(() -> find(jules, "mot").path("hits").size() == 5);
      var first = jules.ask("{'search':'mot','limit':3}");
      assertThat(texts(first)).containsExactly("mot 4", "mot 3", "mot 2");
      var rest =
          jules.ask("{'search':'mot','limit':3,'cursor':'%s'}".formatted(text(first, "next")));
      assertThat(texts(rest)).containsExactly("mot 1", "mot 0");
      assertThat(rest.path("next").isNull()).isTrue();
    }
  }

  // ---- What the tests do ----

  private static ObjectNode find(JsonClient client, String text) {
    return client.ask("{'search':'%s','context':true}".formatted(text));
  }

  private static String refusal(JsonClient client, String text) {
    return client
        .answer("{'search':'%s'}".formatted(text))
        .toString()
        .replaceAll("\"id\":\"[^\"]*\"", "")
        .replace("#secrex", "#secret");
  }

  private static JsonNode awaitHit(JsonClient client, String text) {
    Indexed.await(() -> !find(client, text).path("hits").isEmpty());
    return find(client, text);
  }

  private static List<String> texts(JsonNode answer) {
    return answer
        .path("hits")
        .valueStream()
        .map(hit -> text(hit.path("message"), "channel_message"))
        .toList();
  }

  private static List<String> found(IrcClient client, String search) {
    return client.answer(search).stream()
        .filter(line -> line.command().equals("PRIVMSG"))
        .map((Line line) -> line.param(1))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
