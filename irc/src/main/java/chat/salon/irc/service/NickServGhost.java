package chat.salon.irc.service;

import chat.salon.core.HangUp;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// NickServ GHOST: ends one's other connections, on whichever node they are.
final class NickServGhost implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "GHOST", 0, "GHOST [<nick>]: ends your other connections, when that nick is yours.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    var wanted = words.isEmpty() ? session.nick() : words.getFirst();
    var holder = Nick.parse(wanted).flatMap(session::find);
    if (holder.isEmpty()) {
      return voice.says(Numerics.text(new NoSuchNick(wanted)));
    }
    if (!own.equals(holder.get().account())) {
      return voice.says(wanted + " is not yours");
    }
    session.salon().people().hangUpEverywhere(new HangUp.OfOthers(own, session.id()));
    return voice.says("Your other connections are ended");
  }
}
