package chat.salon.web.command;

import chat.salon.web.Language;
import chat.salon.web.Text;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What `/search` tells who typed it: a line for each message.
final class FoundLines {
  private static final int MOST = 10;
  private static final int DAY = "2026-11-01".length();

  private FoundLines() {}

  static List<String> of(Language language, ObjectNode found) {
    var hits = found.path("hits");
    var lines = new ArrayList<>(hits.valueStream().limit(MOST).map(FoundLines::line).toList());
    if (lines.isEmpty()) {
      lines.add(new Text("Rien de tel n'a été dit.", "Nothing like that was said.").in(language));
    }
    if (hits.size() > MOST || !found.path("next").isNull()) {
      lines.add(
          new Text(
                  "Il y en a d'autres : précisez avec de:nom, dans:#salon ou avant:date.",
                  "There are more: be precise with from:name, in:#channel or before:date.")
              .in(language));
    }
    if (!found.path("complete").asBoolean()) {
      lines.add(
          new Text(
                  "Il peut en manquer : tous les messages ne sont pas encore indexés.",
                  "Some may be missing: not all messages are indexed yet.")
              .in(language));
    }
    return lines;
  }

  private static String line(JsonNode hit) {
    var place = hit.path("channel").asString("");
    return day(hit.path("message"))
        + " · "
        + (place.isEmpty() ? "@" + hit.path("other_user").asString() : place)
        + " · "
        + said(hit.path("message"));
  }

  /// The day on which a message was said.
  static String day(JsonNode message) {
    return message.path("time").asString().substring(0, DAY);
  }

  /// Who said what, on one line.
  static String said(JsonNode message) {
    var text = message.path("channel_message").asString("");
    return message.path("user").asString()
        + " : "
        + (text.isEmpty() ? message.path("private_message").asString("") : text).replace('\n', ' ');
  }
}
