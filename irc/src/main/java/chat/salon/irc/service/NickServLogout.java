package chat.salon.irc.service;

import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.login.Identity;
import java.util.List;

/// NickServ LOGOUT: makes a guest of who is logged in.
final class NickServLogout implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("LOGOUT", 0, "LOGOUT: logs you out, on all your connections.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var account = session.accountName();
    if (account == null) {
      return voice.says("You are not logged in");
    }
    session.apart(() -> {
      session.door().pushing().loggedOut(account);
      return true;
    });
    session.send(voice.says("You are now logged out"));
    return Identity.leave(session);
  }
}
