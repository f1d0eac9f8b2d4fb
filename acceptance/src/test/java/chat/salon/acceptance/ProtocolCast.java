package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who plays in the examples of the JSON protocol: jules, who sends them; lea, with another
/// program; sam, by IRC. Keeps all that the programs hear unasked.
final class ProtocolCast {
  private final TestSalon salon;
  private final JsonClient lea;
  private final IrcClient sam;
  private final JsonClient jules;
  private final List<JsonClient> others = new ArrayList<>();
  private final List<ObjectNode> heard = new ArrayList<>();
  private int ids;

  ProtocolCast(TestSalon salon) {
    this.salon = salon;
    lea = salon.newProgram("lea");
    sam = salon.connect("sam");
    jules = salon.socket();
  }

  /// Sends an example as who would send it, and returns the answer without its id.
  ObjectNode ask(String key, String frame) {
    var id = "example" + ++ids;
    var node = (ObjectNode) JsonMapper.shared().readTree(frame);
    var sender = sender(key);
    sender.sendRaw(node.put("id", id).toString());
    var answer = key.equals("close") ? sender.until("closing") : sender.answerTo(id);
    answer.remove("id");
    return answer;
  }

  // Those that make somebody of a connection, or nobody, have one of their own.
  private JsonClient sender(String key) {
    return switch (key) {
      case "login" -> other(salon.socket());
      case "logout" -> other(salon.program("jules"));
      default -> jules;
    };
  }

  private JsonClient other(JsonClient client) {
    others.add(client);
    return client;
  }

  /// What others do before the examples of a frame.
  void prepare(String key) {
    switch (key) {
      case "channel_message" -> {
        lea.ask("{'join':'#classe'}");
        sam.join("#classe");
      }
      case "ask_to_join" -> lea.ask("{'create':'#théâtre','on_request':true}");
      case "create_group" -> List.of("marie", "théo").forEach(salon::account);
      case "join_requests" -> lea.ask(ASK);
      case "reject" -> salon.program("marie").ask(ASK);
      case "search" -> Indexed.await(() -> !jules.ask("{'search':'voici'}").path("hits").isEmpty());
      case "accept_friend" -> lea.ask("{'befriend':'jules'}");
      case "revoke_token" -> others.forEach(other -> heard.addAll(other.settle()));
      case "close" -> heard.addAll(jules.settle());
      case "sessions" -> salon.http().asPage().post("/api/sessions", LOG_IN);
      default -> {}
    }
  }

  private static final String ASK = "{'ask_to_join':'#atelier','message':'bonjour, groupe 3'}";

  private static final String LOG_IN =
      "{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD);

  /// What others do after them.
  ///
  /// @param real what the names in the documents are here
  void conclude(String key, Map<String, String> real) {
    switch (key) {
      case "history" -> {
        sam.send("NICK sam2");
        sam.send("QUIT :à demain");
        hear(lea, "quit");
      }
      case "new_activity" -> {
        lea.ask(
            "{'react':'👍','to':'%s','channel':'#classe'}"
                .formatted(real.getOrDefault("0r4k1m2t8g001", "")));
        hear(jules, "new_activity");
      }
      case "create_webhook" -> {
        var hook = real.getOrDefault("/hooks/a-long-secret", "");
        var asCurl = salon.http().with("Content-Type", "application/x-www-form-urlencoded");
        assertThat(asCurl.post(hook, "la compilation est bonne").status()).isEqualTo(204);
        hear(jules, "notice");
        salon.tellAll("Ce serveur s'arrête bientôt.");
      }
      default -> {}
    }
  }

  /// All that was heard.
  List<ObjectNode> heard() {
    lea.send("{'close':true}");
    hear(lea, "closing");
    return heard;
  }

  private void hear(JsonClient client, String last) {
    do {
      heard.add(client.next());
    } while (!heard.getLast().has(last));
  }
}
