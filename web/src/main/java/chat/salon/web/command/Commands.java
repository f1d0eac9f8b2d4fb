package chat.salon.web.command;

import chat.salon.core.SlashCommand;
import chat.salon.core.SlashCommand.Where;
import chat.salon.web.Answer;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Language;
import chat.salon.web.Problem;
import chat.salon.web.WebSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// Runs slash commands: each is another way to write a frame, and is decided where that is.
final class Commands {
  private Commands() {}

  /// What there is, for who types a slash.
  static List<ObjectNode> known(Language language) {
    boolean french = language == Language.FRENCH;
    var known = new ArrayList<ObjectNode>();
    for (var command : SlashCommand.values()) {
      var rank = command.rank();
      known.add(
          Json.object()
              .put("name", command.typed())
              .put("arguments", command.arguments(french))
              .put("help", "/" + command.typed() + " " + command.help(french))
              .put("rank", rank == null ? null : rank.name().toLowerCase(Locale.ROOT))
              .put(
                  "where",
                  switch (command.where()) {
                    case CHANNEL -> "channel";
                    case HERE, ANY -> "any";
                  }));
    }
    return known;
  }

  static Answer run(WebSession session, Fields fields) {
    var line = fields.text("command").strip();
    var text = line.startsWith("/") ? line.substring(1) : line;
    int space = text.indexOf(' ');
    var name = space < 0 ? text : text.substring(0, space);
    var found = SlashCommand.named(name);
    if (found.isEmpty()) {
      return Answer.no(unknown(name));
    }
    var typed = new Typed(found.get(), space < 0 ? "" : text.substring(space).strip(), fields);
    if (typed.command().where() == Where.CHANNEL && fields.optional("channel").isEmpty()) {
      return Answer.no(notHere(typed.command()));
    }
    if (typed.command() == SlashCommand.HELP) {
      return help(session);
    }
    return Translation.of(typed)
        .map(frame -> run(session, typed, frame))
        .orElseGet(() -> Answer.no(wrongArguments(typed.command())));
  }

  private static Answer run(WebSession session, Typed typed, ObjectNode frame) {
    var handler = session.door().frames().of(frame).orElseThrow();
    var answer =
        handler
            .spec()
            .refuse(frame)
            .<Answer>map(Answer::no)
            .orElseGet(() -> handler.run(session, new Fields(frame)));
    return switch (answer) {
      case Answer.No no -> no;
      case Answer.Ok(var more) -> told(Telling.of(session.language(), typed, more));
    };
  }

  private static Answer told(List<String> lines) {
    var answer = Json.object();
    answer.set("text", Json.texts(lines));
    return Answer.ok(answer);
  }

  private static Answer help(WebSession session) {
    boolean french = session.language() == Language.FRENCH;
    var lines = new ArrayList<String>();
    for (var command : SlashCommand.values()) {
      lines.add(usage(command, french) + " : " + command.help(french));
    }
    return told(lines);
  }

  private static String usage(SlashCommand command, boolean french) {
    return ("/" + command.typed() + " " + command.arguments(french)).strip();
  }

  private static Problem unknown(String name) {
    return Problem.of(
        "unknown_command",
        404,
        "Commande inconnue : /" + name + ". Essayez /help.",
        "Unknown command: /" + name + ". Try /help.");
  }

  private static Problem notHere(SlashCommand command) {
    return Problem.of(
        "not_here",
        400,
        "/" + command.typed() + " se tape dans un salon.",
        "/" + command.typed() + " is typed in a channel.");
  }

  private static Problem wrongArguments(SlashCommand command) {
    return Problem.of(
        "bad_arguments",
        400,
        "Il faut écrire : " + usage(command, true),
        "It is written: " + usage(command, false));
  }
}
