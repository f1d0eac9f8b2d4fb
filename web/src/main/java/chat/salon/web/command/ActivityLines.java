package chat.salon.web.command;

import chat.salon.web.Language;
import chat.salon.web.Text;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What `/activity` tells who typed it: a line for each thing that concerns them.
final class ActivityLines {
  private ActivityLines() {}

  static List<String> of(Language language, ObjectNode more) {
    var entries = more.path("activity");
    return entries.isEmpty()
        ? List.of(
            new Text(
                    "Rien ne vous concerne encore : ni mention, ni réponse, ni réaction.",
                    "Nothing concerns you yet: no mention, no reply, no reaction.")
                .in(language))
        : entries.valueStream().map(entry -> line(language, entry)).toList();
  }

  private static String line(Language language, JsonNode entry) {
    var place = entry.path("channel").asString("");
    return FoundLines.day(entry)
        + " · "
        + (place.isEmpty() ? "@" + entry.path("other_user").asString() : place)
        + " · "
        + deed(entry).in(language)
        + " · "
        + entry.path("excerpt").asString()
        + " · "
        + entry.path("msgid").asString();
  }

  private static Text deed(JsonNode entry) {
    var by = entry.path("user").asString();
    return switch (entry.path("kind").asString()) {
      case "mention" -> new Text(by + " vous mentionne", by + " mentions you");
      case "reply" -> new Text(by + " vous répond", by + " answers you");
      default -> {
        var reaction = entry.path("reaction").asString();
        yield new Text(by + " réagit " + reaction, by + " reacts " + reaction);
      }
    };
  }
}
