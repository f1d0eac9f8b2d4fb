package chat.salon.web.command;

import chat.salon.web.Language;
import chat.salon.web.Text;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the slash commands about friends tell who typed them. Pure.
final class FriendTelling {
  private FriendTelling() {}

  /// How somebody stands to the reader now.
  static Text of(String name, JsonNode bond, JsonNode blocked) {
    if (blocked.asBoolean()) {
      return new Text(name + " est bloqué.", name + " is blocked.");
    }
    return switch (bond.asString()) {
      case "friends" -> new Text("Vous êtes amis avec " + name + ".", name + " is your friend.");
      case "asked" -> new Text("Demande envoyée à " + name + ".", "Request sent to " + name + ".");
      case "asks" ->
          new Text(
              name + " vous demande d'être son ami : /friend " + name + " accepte.",
              name + " asks to be your friend: /friend " + name + " accepts.");
      default -> new Text("C'est fait.", "Done.");
    };
  }

  static List<String> friends(Language language, JsonNode friends) {
    return friends.isEmpty()
        ? List.of(
            new Text("Pas encore d'amis : /friend <nom>.", "No friends yet: /friend <name>.")
                .in(language))
        : friends.valueStream().map(one -> line(language, one)).toList();
  }

  private static String line(Language language, JsonNode one) {
    var name = one.path("friend").asString();
    if (one.path("blocked").asBoolean() || !one.path("bond").asString().equals("friends")) {
      return of(name, one.path("bond"), one.path("blocked")).in(language);
    }
    return name + " · " + one.path("person").path("status").asString();
  }

  static List<String> privacy(Language language, JsonNode privacy) {
    return privacy.isMissingNode()
        ? List.of(new Text("C'est enregistré.", "Saved.").in(language))
        : privacy.properties().stream()
            .map(one -> one.getKey() + " · " + one.getValue().asString())
            .toList();
  }
}
