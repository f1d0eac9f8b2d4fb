package chat.salon.irc.service;

import chat.salon.core.SlashCommand;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ PIN: pins a message of a channel.
final class ChanServPin implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("PIN", 2, Slash.help(SlashCommand.PIN));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return ChanServPins.pin(session, voice, words, true);
  }
}
