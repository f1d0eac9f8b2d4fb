package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.login.Identity;
import chat.salon.irc.login.Login;
import java.util.List;

/// NickServ ADMIN: makes the first administrator of who has read the one-time code on the server's
/// console (security M1).
final class NickServAdmin implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "ADMIN", 1, "ADMIN <code>: makes you administrator, by the code on the server's console.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return ServiceDesk.account(session)
        .map(account -> claim(session, voice, words, account))
        .orElseGet(() -> voice.says("Log in first: the account becomes administrator"));
  }

  private static Reply claim(IrcSession session, Voice voice, List<String> words, Account account) {
    var first = session.door().firstAdministrator();
    return switch (session.apart(() -> first.claim(String.join("", words), account))) {
      case Accepted(var administrator) -> {
        session.send(voice.says("You are administrator of this server"));
        yield Identity.become(session, Login.now(session, administrator));
      }
      case Denied(var why) -> voice.says(Numerics.text(why));
    };
  }
}
