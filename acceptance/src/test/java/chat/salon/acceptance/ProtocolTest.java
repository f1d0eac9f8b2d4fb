package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.protocol.Documents;
import chat.salon.acceptance.protocol.FrameFile;
import chat.salon.acceptance.protocol.FrameFile.Example;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The documents of the JSON protocol are true: a running server answers every example as it is
/// documented, and says nothing that is not.
class ProtocolTest {
  // In an order in which each is possible; see prepare.
  private static final List<String> PLOT =
      List.of(
          "register create_token tokens login join channel_message private_message typing",
          "pin pins unpin save saved unsave hide_previews react search history unreact edit edits read_up_to new_activity activity see_activity conversations members channels get_channel find profile",
          "befriend withdraw_friend accept_friend friends unfriend refuse_friend block unblock",
          "accept_messages set_privacy",
          "get_status status set_display_name set_away set_custom_status set_settings get_settings set_language commands",
          "get_push_key subscribe_push test_push unsubscribe_push notify mute unmute",
          "set_topic set_description mode ban bans unban kick invite command resume delete create",
          "create_group add_to_group name_group",
          "ask_to_join own_requests withdraw join_requests accept reject",
          "create_bot bots create_webhook webhooks revoke_webhook",
          "create_outgoing_webhook outgoing_webhooks test_outgoing_webhook",
          "delete_outgoing_webhook delete_bot",
          "sessions end_session revoke_token ping part logout set_password close");
  private static final Set<String> IN_NETWORKS = Set.of("split", "returned");
  private static final Set<String> LEARNT =
      Set.of(
          "msgid", "token_id", "token", "session", "url", "webhook", "group", "outgoing_webhook");

  private final Map<String, FrameFile> files = FrameFile.client();
  private final Documents documents = new Documents();
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, String> real = new HashMap<>();

  @Test
  void a_server_answers_every_example_and_says_what_is_documented() {
    var plot = PLOT.stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();
    assertThat(plot).containsExactlyInAnyOrderElementsOf(files.keySet());
    try (var salon = TestSalon.start()) {
      var cast = new ProtocolCast(salon);
      for (var key : plot) {
        cast.prepare(key);
        for (var example : files.get(key).examples()) {
          check(cast, key, example);
        }
        cast.conclude(key, real);
      }
      var heard = cast.heard();
      heard.forEach(frame -> wrong.addAll(documents.ofFrame(frame)));
      assertThat(wrong).isEmpty();
      assertThat(heard.stream().map(Documents::key).collect(Collectors.toSet()))
          .containsAll(
              documents.serverKeys().stream().filter(key -> !IN_NETWORKS.contains(key)).toList());
    }
  }

  @Test
  void a_network_tells_of_a_lost_node_as_it_is_documented() {
    try (var salon = Layout.THREE_NODES.setup().start("#classe")) {
      var lea = salon.joined("lea");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#classe'}");
      lea.expectOnlyJoins();
      salon.stopNodeOf(lea);
      assertThat(documents.ofFrame(jules.until("split"))).isEmpty();
      // Her nick is free when the directory knows of the loss too.
      awaitGone("lea", jules);
      salon.joined("lea");
      assertThat(documents.ofFrame(jules.until("returned"))).isEmpty();
    }
  }

  private static void awaitGone(String nick, JsonClient asking) {
    long deadline = System.nanoTime() + Duration.ofMillis(IrcClient.PATIENCE_MILLIS).toNanos();
    var asked = "{'get_status':true,'users':['%s']}".formatted(nick);
    while (!"disconnected".equals(asking.ask(asked).path("statuses").path(nick).asString())) {
      assertThat(System.nanoTime()).as(nick + " stays").isLessThan(deadline);
    }
  }

  private void check(ProtocolCast cast, String key, Example example) {
    var text = example.frame().toString();
    for (var learnt : real.entrySet()) {
      text = text.replace('"' + learnt.getKey() + '"', '"' + learnt.getValue() + '"');
    }
    var answer = cast.ask(key, text);
    wrong.addAll(documents.ofAnswer(key, example.answer(), answer));
    if (!answer.path("error").equals(example.answer().path("error"))) {
      wrong.add(text + " is answered " + answer);
    }
    learn(example.answer(), answer);
  }

  // What examples call a message or a token is another text here; the first name that was given to
  // something stays.
  private void learn(JsonNode documented, JsonNode said) {
    for (var field : documented.properties()) {
      var value = said.path(field.getKey());
      if (LEARNT.contains(field.getKey()) && value.isString()) {
        real.putIfAbsent(field.getValue().asString(), value.asString());
      } else if (field.getValue().isArray() && value.path(0).isObject()) {
        learn(field.getValue().path(0), value.path(0));
      }
    }
  }
}
