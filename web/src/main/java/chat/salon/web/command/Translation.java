package chat.salon.web.command;

import chat.salon.core.BanWords;
import chat.salon.core.GroupWords;
import chat.salon.core.StatusWords;
import chat.salon.core.Visibility;
import chat.salon.web.Json;
import chat.salon.web.ModeWords;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Which frame a slash command stands for.
final class Translation {
  private static final int USUAL_ACTIVITY = 10;

  private Translation() {}

  /// Empty when its arguments are wrong.
  static Optional<ObjectNode> of(Typed typed) {
    var rest = typed.rest();
    boolean hasFirst = !rest.isEmpty();
    return switch (typed.command()) {
      case HELP -> Optional.empty();
      case JOIN -> given(hasFirst, optional(frame("join", typed.first()), "key", typed.behind()));
      case PART -> Optional.of(part(typed));
      case MSG ->
          given(
              !typed.behind().isEmpty(),
              frame("private_message", typed.behind()).put("other_user", typed.first()));
      case ME -> given(hasFirst, typed.here(frame(messageKey(typed), "* " + rest)));
      case TOPIC -> Optional.of(typed.here(frame("set_topic", rest)));
      case DESCRIPTION -> Optional.of(typed.here(frame("set_description", rest)));
      case VISIBILITY -> Visibility.named(rest).map(to -> mode(typed, ModeWords.of(to.changes())));
      case NEWCOMERS ->
          given(
              List.of("all", "joining").contains(rest),
              mode(typed, rest.equals("all") ? "-H" : "+H"));
      case SLOW ->
          given(rest.matches("[0-9]{1,6}"), mode(typed, rest.matches("0+") ? "-S" : "+S " + rest));
      case KICK -> given(hasFirst, kick(typed));
      case BAN -> given(hasFirst, judged("ban", typed));
      case UNBAN -> given(hasFirst, typed.here(frame("unban", typed.first())));
      case BANS -> Optional.of(frame("bans", channel(typed)));
      case INVITE -> given(hasFirst, typed.here(frame("invite", typed.first())));
      case GROUP -> group(GroupWords.of(List.of(rest.split(" +"))));
      case KNOCK ->
          given(hasFirst, optional(frame("ask_to_join", typed.first()), "message", typed.behind()));
      case WITHDRAW -> given(hasFirst, frame("withdraw", typed.first()));
      case REQUESTS -> Optional.of(frame("join_requests", channel(typed)));
      case ACCEPT -> given(hasFirst, typed.here(frame("accept", typed.first())));
      case REJECT -> given(hasFirst, judged("reject", typed));
      case PIN -> about("pin", typed);
      case UNPIN -> about("unpin", typed);
      case PINS -> Optional.of(typed.here(Json.object().put("pins", true)));
      case SAVE -> about("save", typed);
      case UNSAVE -> about("unsave", typed);
      case SAVED -> Optional.of(Json.object().put("saved", true));
      case ACTIVITY -> activity(rest);
      case NOTIFY -> level(typed.first()).map(level -> typed.here(frame("notify", level)));
      case MUTE ->
          Optional.of(
              optional(typed.here(Json.object().put("mute", true)), "duration", typed.first()));
      case UNMUTE -> Optional.of(typed.here(Json.object().put("unmute", true)));
      case OP -> given(hasFirst, mode(typed, "+o " + typed.first()));
      case DEOP -> given(hasFirst, mode(typed, "-o " + typed.first()));
      case VOICE -> given(hasFirst, mode(typed, "+v " + typed.first()));
      case DEVOICE -> given(hasFirst, mode(typed, "-v " + typed.first()));
      case MODE -> given(hasFirst, mode(typed, rest));
      case AWAY -> Optional.of(frame("set_away", hasFirst ? rest : "away"));
      case BACK -> Optional.of(Json.object().putNull("set_away"));
      case STATUS -> status(typed);
      case DND -> Optional.of(frame("status", "do_not_disturb"));
      case WHOIS -> given(hasFirst, frame("profile", typed.first()));
      case FRIEND -> given(hasFirst, frame("befriend", typed.first()));
      case UNFRIEND -> given(hasFirst, frame("unfriend", typed.first()));
      case FRIENDS -> Optional.of(Json.object().put("friends", true));
      case BLOCK -> given(hasFirst, frame("block", typed.first()));
      case UNBLOCK -> given(hasFirst, frame("unblock", typed.first()));
      case PRIVACY -> privacy(typed);
      case LIST -> Optional.of(frame("channels", rest));
      case SEARCH -> given(hasFirst, frame("search", rest));
    };
  }

  private static Optional<ObjectNode> group(GroupWords words) {
    var frame = Json.object();
    frame.set("create_group", Json.texts(words.names()));
    return given(!words.names().isEmpty(), optional(frame, "title", words.title()));
  }

  private static Optional<ObjectNode> about(String key, Typed typed) {
    var message = typed.first().isEmpty() ? typed.replyTo() : typed.first();
    return given(!message.isEmpty(), typed.here(frame(key, message)));
  }

  private static Optional<ObjectNode> activity(String rest) {
    if (!rest.matches("[0-9]{0,6}")) {
      return Optional.empty();
    }
    int limit = rest.isEmpty() ? USUAL_ACTIVITY : Integer.parseInt(rest);
    return Optional.of(Json.object().put("activity", true).put("limit", limit));
  }

  private static ObjectNode kick(Typed typed) {
    return typed.here(optional(frame("kick", typed.first()), "reason", typed.behind()));
  }

  private static ObjectNode judged(String key, Typed typed) {
    var words = BanWords.of(typed.behind());
    var frame = typed.here(frame(key, typed.first()));
    return optional(optional(frame, "duration", words.duration()), "reason", words.reason());
  }

  private static Optional<ObjectNode> privacy(Typed typed) {
    if (typed.rest().isEmpty()) {
      return Optional.of(Json.object().put("friends", true));
    }
    return given(
        List.of("write", "add", "see").contains(typed.first()),
        Json.object().put("set_privacy", true).put(typed.first(), typed.behind()));
  }

  private static Optional<ObjectNode> status(Typed typed) {
    if (typed.rest().isEmpty()) {
      return Optional.of(Json.object().putNull("set_custom_status"));
    }
    var words = StatusWords.of(typed.rest());
    var frame = frame("set_custom_status", words.text());
    var duration = words.duration();
    return given(
        !words.text().isEmpty(), duration == null ? frame : frame.put("duration", duration));
  }

  private static Optional<String> level(String word) {
    return switch (word) {
      case "tout", "everything" -> Optional.of("everything");
      case "mentions" -> Optional.of("mentions");
      case "rien", "nothing" -> Optional.of("nothing");
      default -> Optional.empty();
    };
  }

  private static Optional<ObjectNode> given(boolean isGiven, ObjectNode frame) {
    return isGiven ? Optional.of(frame) : Optional.empty();
  }

  private static ObjectNode frame(String key, String text) {
    return Json.object().put(key, text);
  }

  private static ObjectNode optional(ObjectNode frame, String key, String text) {
    return text.isEmpty() ? frame : frame.put(key, text);
  }

  private static ObjectNode mode(Typed typed, String modes) {
    return typed.here(frame("mode", modes));
  }

  private static ObjectNode part(Typed typed) {
    return typed.first().startsWith("#")
        ? optional(frame("part", typed.first()), "reason", typed.behind())
        : optional(frame("part", channel(typed)), "reason", typed.rest());
  }

  private static String channel(Typed typed) {
    return typed.fields().optional("channel").orElse("");
  }

  private static String messageKey(Typed typed) {
    return typed.fields().optional("channel").isPresent() ? "channel_message" : "private_message";
  }
}
