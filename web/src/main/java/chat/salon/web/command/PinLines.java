package chat.salon.web.command;

import chat.salon.web.Language;
import chat.salon.web.Text;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What `/pins` and `/saved` tell who typed them: a line for each message.
final class PinLines {
  private PinLines() {}

  static List<String> of(Language language, ObjectNode more) {
    var pins = more.path("pins");
    return pins.isEmpty()
        ? List.of(new Text("Aucun message n'est épinglé.", "No message is pinned.").in(language))
        : pins.valueStream().map(PinLines::line).toList();
  }

  /// What `/saved` tells.
  static List<String> saved(Language language, ObjectNode more) {
    var saved = more.path("messages");
    return saved.isEmpty()
        ? List.of(new Text("Vous ne gardez aucun message.", "You keep no messages.").in(language))
        : saved.valueStream().map(PinLines::line).toList();
  }

  private static String line(JsonNode pin) {
    var message = pin.path("message");
    return FoundLines.day(message)
        + " · "
        + FoundLines.said(message)
        + " · "
        + message.path("msgid").asString();
  }
}
