package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Sight;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.Arrays;

/// ISON: which of some people are connected.
final class IsonCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("ISON", 1, "ISON <nick> ...: which of these people are connected.")
        .from("RFC 2812, section 4.9");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var present =
        line.params().stream()
            .flatMap(param -> Arrays.stream(param.split(" ")))
            .flatMap(word -> Sight.find(session, word).stream())
            .map(person -> person.nick().shown())
            .toList();
    return Reply.of(session.numeric("303", String.join(" ", present)));
  }
}
