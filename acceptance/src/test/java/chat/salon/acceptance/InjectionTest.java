package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.protocol.FrameFile;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// No door can put CR, LF or NUL into a line of IRC, so that nobody speaks for the server or for
/// somebody else (security I1): every text of every frame of the JSON protocol, what is posted to a
/// webhook, and every parameter and tag of IRC itself.
class InjectionTest {
  private static final String EVIL = "evil.example";
  private static final List<String> ENDINGS = List.of("\r\n", "\n", "\r", "\0", "\u2028", "\u0085");
  // They end the connection of who says them, or take away what the next ones need.
  private static final Set<String> LAST = Set.of("close", "logout", "delete_bot");
  private static final String[] CAPS = {
    "message-tags",
    "batch",
    "server-time",
    "account-tag",
    "extended-join",
    "away-notify",
    "setname",
    "chghost",
    "invite-notify",
    "draft/metadata-2",
    "draft/chathistory",
    "draft/event-playback",
    "draft/multiline",
    "labeled-response",
    "echo-message",
    "account-notify",
    "standard-replies"
  };

  @Test
  void no_text_of_a_frame_becomes_a_line() {
    try (var salon = TestSalon.start("#classe")) {
      var lea = salon.member("lea", CAPS).join("#classe");
      lea.send("METADATA * SUB display-name status pronouns avatar");
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#classe'}");
      lea.answer("MODE #classe +o jules");
      int said = 0;
      for (var file : FrameFile.client().values()) {
        if (LAST.contains(file.key())) {
          continue;
        }
        for (var example : file.examples()) {
          for (var frame : spoiled(example.frame())) {
            var id = "spoiled" + said++;
            jules.sendRaw(frame.put("id", id).toString());
            jules.answerTo(id);
          }
        }
        isClean(lea.ping());
      }
      assertThat(said).isGreaterThan(500);
      isClean(lookAround(lea));
    }
  }

  @Test
  void what_a_webhook_posts_is_said_line_by_line() {
    try (var salon = TestSalon.start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#classe'}");
      var lea = salon.connect("lea", CAPS).join("#classe");
      var url = JsonClient.text(jules.ask("{'create_webhook':'ci','channel':'#classe'}"), "url");
      for (var ending : ENDINGS) {
        var posted = JsonMapper.shared().createObjectNode();
        posted.put("text", evil("done", ending)).put("name", evil("ci", ending));
        salon.http().post(url, posted.toString());
        salon.http().post(url, evil("done", ending));
      }
      jules.settle();
      isClean(lea.ping());
    }
  }

  @Test
  void no_parameter_and_no_tag_of_irc_becomes_a_line() {
    try (var salon = TestSalon.start("#classe")) {
      var lea = salon.member("lea", CAPS).join("#classe");
      var jules = salon.member("jules", CAPS).join("#classe");
      lea.answer("MODE #classe +o jules");
      for (var spoiled : List.of("\\r\\n:" + EVIL + " 001 lea :x", "\\0:" + EVIL + " 001", "\\n")) {
        for (var tag :
            List.of("+typing", "+reply", "+draft/react", "+x", "+draft/channel-context")) {
          jules.answer("@%s=%s TAGMSG #classe".formatted(tag, spoiled));
          jules.answer("@%s=%s PRIVMSG #classe :hello".formatted(tag, spoiled));
          jules.answer("@label=%s PING x".formatted(spoiled));
        }
      }
      for (var command :
          List.of(
              "PRIVMSG #classe :%s",
              "TOPIC #classe :%s",
              "AWAY :%s",
              "SETNAME :%s",
              "NICK %s",
              "KICK #classe nobody :%s",
              "MODE #classe +k %s",
              "MODE #classe +b %s",
              "JOIN #%s",
              "METADATA * SET status :%s",
              "NS SET %s",
              "CS INFO %s",
              "PART #classe :%s",
              "JOIN #classe",
              "RENAME #classe #%s :%s",
              "QUIT :%s")) {
        for (var ending : List.of("\r", "\0")) {
          jules.send(command.replace("%s", evil("x", ending).replace(' ', '_')));
        }
        if (!command.startsWith("QUIT")) {
          isClean(jules.ping());
        }
      }
      isClean(lookAround(lea));
    }
  }

  private static String evil(String text, String ending) {
    return text + ending + ":" + EVIL + " PRIVMSG #classe :pwned" + ending;
  }

  // The frame with each of its texts spoiled in turn, in each way.
  private static List<ObjectNode> spoiled(ObjectNode frame) {
    var all = new ArrayList<ObjectNode>();
    for (var path : texts(frame, "")) {
      for (var ending : ENDINGS) {
        var copy = frame.deepCopy();
        spoil(copy, path, ending);
        all.add(copy);
      }
    }
    return all;
  }

  private static List<String> texts(JsonNode node, String path) {
    var found = new ArrayList<String>();
    for (var field : node.properties()) {
      found.addAll(texts(field.getValue(), path + '/' + field.getKey()));
    }
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      found.addAll(texts(node.path(i), path + '/' + i));
    }
    if (node.isString()) {
      found.add(path);
    }
    return found;
  }

  private static void spoil(ObjectNode frame, String path, String ending) {
    int last = path.lastIndexOf('/');
    var name = path.substring(last + 1);
    switch (frame.at(path.substring(0, last))) {
      case ObjectNode node -> node.put(name, evil(node.path(name).asString(), ending));
      case ArrayNode node ->
          node.set(
              Integer.parseInt(name),
              node.stringNode(evil(node.path(Integer.parseInt(name)).asString(), ending)));
      default -> throw new AssertionError(path);
    }
  }

  // All that a client can be told of what was said and set.
  private static List<Line> lookAround(IrcClient client) {
    var heard = new ArrayList<Line>();
    for (var asked :
        List.of(
            "LIST",
            "WHO *",
            "WHOIS jules",
            "WHOWAS jules",
            "NAMES #classe",
            "TOPIC #classe",
            "MODE #classe",
            "MODE #classe b",
            "METADATA jules LIST",
            "METADATA #classe LIST",
            "CHATHISTORY LATEST #classe * 1000",
            "CHATHISTORY LATEST jules * 1000",
            "CS INFO #classe",
            "NS INFO jules",
            "MOTD",
            "HS PLAY #classe")) {
      heard.addAll(client.answer(asked));
    }
    return heard;
  }

  // IrcClient itself takes no line with a CR, LF or NUL in it.
  private static void isClean(List<Line> heard) {
    assertThat(heard)
        .noneMatch(line -> line.source() != null && line.source().contains(EVIL))
        .noneMatch(line -> line.command().contains(EVIL))
        .noneMatch(line -> line.toString().indexOf('\r') >= 0 || line.toString().indexOf('\0') >= 0)
        .noneMatch(line -> line.toString().indexOf('\n') >= 0);
  }
}
