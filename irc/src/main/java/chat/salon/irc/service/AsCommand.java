package chat.salon.irc.service;

import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the command of the same name does, said to a service: that command does it, with its checks
/// and its answers.
///
/// @param named how many of the words are parameters of their own; what follows them is one text
/// @param isTurned whether the command takes its first two parameters the other way round
record AsCommand(Spec spec, int named, boolean isTurned) implements ServiceCommand {

  /// One that takes them in the same order.
  AsCommand(String name, int params, int named, String help) {
    this(new Spec(name, params, help), named, false);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var params = new ArrayList<>(words.subList(0, Math.min(named, words.size())));
    if (words.size() > named) {
      params.add(String.join(" ", words.subList(named, words.size())));
    }
    if (isTurned) {
      params.add(params.removeFirst());
    }
    var command = Objects.requireNonNull(session.door().commands().find(spec.name()));
    return command.run(session, Line.of(null, spec.name(), params.toArray(String[]::new)));
  }
}
