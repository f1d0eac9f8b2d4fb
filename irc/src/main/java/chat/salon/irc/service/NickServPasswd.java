package chat.salon.irc.service;

import chat.salon.core.HangUp;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// NickServ PASSWD: another password. Everything else that is logged in to the account is logged
/// out, at every door (security A7).
final class NickServPasswd implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "PASSWD",
        2,
        "PASSWD <old password> <new password>: changes your password, and logs your other devices"
            + " out.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    if (!session.takesPasswords()) {
      return voice.says(IrcSession.INSECURE);
    }
    var old = words.getFirst().getBytes(StandardCharsets.UTF_8);
    var fresh = words.get(1).getBytes(StandardCharsets.UTF_8);
    var door = session.door();
    try {
      var attempt =
          session.apart(() -> door.logins().changePassword(own, old, fresh, session.inetAddress()));
      return switch (attempt) {
        case Denied(var why) -> voice.says(Numerics.text(why));
        case Accepted _ -> {
          session.apart(() -> {
            door.access().endAll(own, session.tokenId());
            door.pushing().loggedOut(own);
            return true;
          });
          session.salon().people().hangUpEverywhere(new HangUp.OfAccount(own, session.id()));
          yield voice.says("Your password is changed; everywhere else you are logged out");
        }
      };
    } finally {
      Arrays.fill(old, (byte) 0);
      Arrays.fill(fresh, (byte) 0);
    }
  }
}
