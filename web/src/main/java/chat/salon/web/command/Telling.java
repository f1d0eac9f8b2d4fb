package chat.salon.web.command;

import chat.salon.core.SlashCommand;
import chat.salon.web.Language;
import chat.salon.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a slash command tells who typed it.
final class Telling {
  private Telling() {}

  /// @param more what the frame answered
  static List<String> of(Language language, SlashCommand command, ObjectNode more) {
    return switch (command) {
      case WHOIS -> person(language, more.path("person"));
      case LIST ->
          more.path("found")
              .valueStream()
              .map(found ->
                  found.path("channel").asString()
                      + " ("
                      + found.path("members").asInt()
                      + ") "
                      + found.path("topic").asString())
              .toList();
      case BAN -> List.of(new Text("Banni du salon.", "Banned from the channel.").in(language));
      case UNBAN -> List.of(new Text("Bannissement levé.", "Ban lifted.").in(language));
      case INVITE -> List.of(new Text("Invitation envoyée.", "Invitation sent.").in(language));
      case HELP,
          JOIN,
          PART,
          MSG,
          ME,
          TOPIC,
          KICK,
          OP,
          DEOP,
          VOICE,
          DEVOICE,
          MODE,
          AWAY,
          BACK,
          DND ->
          List.of();
    };
  }

  private static List<String> person(Language language, JsonNode person) {
    var lines = new ArrayList<String>();
    lines.add(person.path("user").asString() + " · " + person.path("display_name").asString());
    lines.add(person.path("status").asString());
    var channels =
        person
            .path("channels")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.joining(" "));
    if (!channels.isEmpty()) {
      lines.add(new Text("Salons : ", "Channels: ").in(language) + channels);
    }
    return lines;
  }
}
