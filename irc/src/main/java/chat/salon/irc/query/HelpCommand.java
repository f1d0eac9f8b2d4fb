package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// HELP, HELPOP: how a command is used, and which there are.
final class HelpCommand implements Command {
  private final String name;

  HelpCommand(String name) {
    this.name = name;
  }

  @Override
  public Spec spec() {
    return new Spec(name, 0, name + " [<command>]: how a command is used, and which there are.")
        .from("Modern IRC, HELP message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var subject = line.param(0);
    if (subject.isEmpty()) {
      return of(session, "*", index(session));
    }
    var command = session.door().commands().find(subject.toUpperCase(Locale.ROOT));
    return command == null
        ? Reply.of(session.numeric("524", Words.named(subject), "There is no help on this"))
        : of(
            session,
            command.spec().name(),
            List.of("How to use " + command.spec().name(), "", command.spec().help()));
  }

  private static List<String> index(IrcSession session) {
    var names = session.door().commands().all().stream().map(one -> one.spec().name()).toList();
    var texts = new ArrayList<>(List.of("The commands of this server", ""));
    texts.addAll(session.onLines(names, session.numeric("705", "*", "")));
    texts.add(
        "HELP <command> explains one of them; NickServ and other services have their own HELP.");
    return texts;
  }

  private static Reply of(IrcSession session, String subject, List<String> texts) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < texts.size(); i++) {
      var numeric = i == 0 ? "704" : i < texts.size() - 1 ? "705" : "706";
      lines.add(session.numeric(numeric, subject, texts.get(i)));
    }
    return Reply.of(lines);
  }
}
