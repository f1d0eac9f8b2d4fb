package chat.salon.irc.channel;

import chat.salon.core.Guise;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.request.SpeakAs;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.stream.Collectors;

/// NPC, NPCA and SCENE: players speak for their characters in channels with the mode `+E`. There is
/// no specification; servers that have it know the same commands and 573 (ERR_CANNOTSENDRP).
///
/// @param name NPC, NPCA or SCENE
record PlayCommand(String name, String help) implements Command {
  @Override
  public Spec spec() {
    return new Spec(name, isScene() ? 2 : 3, help).from("Roleplay commands, as other servers do");
  }

  private boolean isScene() {
    return name.equals("SCENE");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var guise = isScene() ? Guise.SCENE : Guise.CHARACTER;
    var who = guise.nick(isScene() ? "" : line.param(1));
    if (who.isEmpty()) {
      return Reply.of(
          session.numeric("432", Words.named(line.param(1)), "A character cannot be called so"));
    }
    // without a colon the text is all that is left of the line
    var text =
        line.params().stream().skip(isScene() ? 1 : 2).collect(Collectors.joining(" ")).strip();
    if (text.isEmpty()) {
      return Reply.of(session.numeric("412", "No text to send"));
    }
    var said = name.equals("NPCA") ? "\u0001ACTION " + text + "\u0001" : text;
    return session
        .salon()
        .channelName(line.param(0))
        .map(channel -> session.answer(session.ask(channel, new SpeakAs(guise, who.get(), said))))
        .orElseGet(() -> session.refuse(new BadChannelName(line.param(0))));
  }
}
