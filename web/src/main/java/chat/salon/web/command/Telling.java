package chat.salon.web.command;

import chat.salon.core.BanWords;
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
  static List<String> of(Language language, Typed typed, ObjectNode more) {
    return switch (typed.command()) {
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
      case SEARCH -> FoundLines.of(language, more);
      case BAN -> List.of(banned(BanWords.of(typed.behind()).duration()).in(language));
      case BANS -> bans(language, more.path("bans"));
      case UNBAN -> List.of(new Text("Bannissement levé.", "Ban lifted.").in(language));
      case KNOCK -> List.of(asked(more.path("waiting").asBoolean()).in(language));
      case WITHDRAW -> List.of(new Text("Demande annulée.", "Request withdrawn.").in(language));
      case REQUESTS -> requests(language, more.path("requests"));
      case REJECT -> List.of(new Text("Demande refusée.", "Request refused.").in(language));
      case PIN -> List.of(new Text("Message épinglé.", "Message pinned.").in(language));
      case UNPIN -> List.of(new Text("Message détaché.", "Message unpinned.").in(language));
      case PINS -> PinLines.of(language, more);
      case SAVE -> List.of(new Text("Message gardé.", "Message kept.").in(language));
      case UNSAVE -> List.of(new Text("Message retiré.", "Message dropped.").in(language));
      case SAVED -> PinLines.saved(language, more);
      case ACTIVITY -> ActivityLines.of(language, more);
      case NOTIFY -> List.of(new Text("C'est noté.", "So be it.").in(language));
      case MUTE ->
          List.of(
              new Text("Vous n'êtes plus prévenu ici.", "You are told of nothing here.")
                  .in(language));
      case UNMUTE ->
          List.of(
              new Text("Vous êtes de nouveau prévenu ici.", "You are told again.").in(language));
      case INVITE -> List.of(new Text("Invitation envoyée.", "Invitation sent.").in(language));
      case FRIENDS -> FriendTelling.friends(language, more.path("friends"));
      case PRIVACY -> FriendTelling.privacy(language, more.path("privacy"));
      case FRIEND, UNFRIEND, BLOCK, UNBLOCK ->
          List.of(
              FriendTelling.of(typed.first(), more.path("bond"), more.path("blocked"))
                  .in(language));
      case HELP,
          JOIN,
          GROUP,
          PART,
          MSG,
          ME,
          TOPIC,
          DESCRIPTION,
          VISIBILITY,
          NEWCOMERS,
          SLOW,
          KICK,
          ACCEPT,
          OP,
          DEOP,
          VOICE,
          DEVOICE,
          MODE,
          AWAY,
          STATUS,
          BACK,
          DND ->
          List.of();
    };
  }

  private static Text banned(String duration) {
    return duration.isEmpty()
        ? new Text("Banni du salon.", "Banned from the channel.")
        : new Text(
            "Banni du salon pour " + duration + ".",
            "Banned from the channel for " + duration + ".");
  }

  private static List<String> bans(Language language, JsonNode bans) {
    return bans.isEmpty()
        ? List.of(new Text("Personne n'est banni.", "Nobody is banned.").in(language))
        : bans.valueStream().map(ban -> ban(language, ban)).toList();
  }

  private static Text asked(boolean isWaiting) {
    return isWaiting
        ? new Text("Demande envoyée.", "Request sent.")
        : new Text("Vous êtes dans le salon.", "You are on the channel.");
  }

  private static List<String> requests(Language language, JsonNode requests) {
    return requests.isEmpty()
        ? List.of(new Text("Aucune demande en attente.", "Nobody asks to come in.").in(language))
        : requests.valueStream().map(request -> request(language, request)).toList();
  }

  private static String request(Language language, JsonNode request) {
    var message = request.path("message").asString();
    return request.path("user").asString()
        + (message.isEmpty() ? "" : new Text(" : ", ": ").in(language) + message);
  }

  private static String ban(Language language, JsonNode ban) {
    var until = ban.path("until");
    var reason = ban.path("reason").asString();
    return ban.path("mask").asString()
        + (until.isNull() ? "" : new Text(" jusqu'au ", " until ").in(language) + until.asString())
        + (reason.isEmpty() ? "" : new Text(" : ", ": ").in(language) + reason);
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
