package chat.salon.irc.service;

import chat.salon.core.SlashCommand;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ UNPIN: takes down a message that a channel has pinned.
final class ChanServUnpin implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("UNPIN", 2, Slash.help(SlashCommand.UNPIN));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return ChanServPins.pin(session, voice, words, false);
  }
}
