package chat.salon.irc.service;

import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.login.Identity;
import chat.salon.irc.login.Login;
import chat.salon.irc.login.TypedPassword;
import chat.salon.irc.login.TypedPassword.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// NickServ IDENTIFY: logs in.
final class NickServIdentify implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("IDENTIFY", 1, "IDENTIFY [<account>] <password>: logs you in.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (!session.takesPasswords()) {
      return voice.says(IrcSession.INSECURE);
    }
    var name = words.size() > 1 ? words.getFirst() : session.nick();
    var password = words.get(words.size() > 1 ? 1 : 0).getBytes(StandardCharsets.UTF_8);
    try {
      return switch (session.apart(() -> TypedPassword.check(session, name, password))) {
        case Verdict.Right(var login) -> accepted(session, voice, login);
        case Verdict.Wrong(var why) -> voice.says(Numerics.text(why));
      };
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  private static Reply accepted(IrcSession session, Voice voice, Login login) {
    var account = login.account();
    var hindrance = Identity.hindrance(session, account);
    if (hindrance.isPresent()) {
      return voice.says(Numerics.text(hindrance.get()));
    }
    session.send(
        voice
            .says("You are now logged in as " + account.name())
            .and(Identity.loggedIn(session, account)));
    return Identity.become(session, login);
  }
}
