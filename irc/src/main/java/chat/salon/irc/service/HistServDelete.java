package chat.salon.irc.service;

import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Stamps;
import chat.salon.core.request.Redact;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.channel.Addressed;
import java.util.List;

/// HistServ DELETE: deletes a message, as REDACT does.
final class HistServDelete implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "DELETE", 2, "DELETE <channel|nick> <msgid> [<reason>]: deletes a message from history.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var reason = String.join(" ", words.subList(2, words.size()));
    int most = session.salon().limits().kickLength();
    var fitting = session.fit(reason, most, "REDACT", words.getFirst(), words.get(1));
    long message = Stamps.parseMsgid(words.get(1)).orElse(0); // which is none
    return Addressed.conversation(session, words.getFirst())
        .map(where ->
            OnChannel.told(
                voice, session.ask(where, new Redact(message, fitting)), "The message is deleted"))
        .orElseGet(() -> voice.says(Numerics.text(new NoSuchNick(words.getFirst()))));
  }
}
