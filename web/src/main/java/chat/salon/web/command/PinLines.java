package chat.salon.web.command;

import chat.salon.web.Language;
import chat.salon.web.Text;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What `/pins` tells who typed it: a line for each message.
final class PinLines {
  private PinLines() {}

  static List<String> of(Language language, ObjectNode more) {
    var pins = more.path("pins");
    return pins.isEmpty()
        ? List.of(new Text("Aucun message n'est épinglé.", "No message is pinned.").in(language))
        : pins.valueStream().map(PinLines::line).toList();
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
