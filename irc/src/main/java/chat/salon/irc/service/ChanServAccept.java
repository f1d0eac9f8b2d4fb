package chat.salon.irc.service;

import chat.salon.core.SlashCommand;
import chat.salon.core.request.AnswerRequest;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ ACCEPT: lets in who asks to come into a channel.
final class ChanServAccept implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("ACCEPT", 2, Slash.help(SlashCommand.ACCEPT));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.runAboutAsker(
        session,
        voice,
        words,
        (channel, asker) ->
            OnChannel.told(
                voice,
                session.ask(channel, AnswerRequest.accept(asker)),
                asker + " is in " + channel + " now"));
  }
}
