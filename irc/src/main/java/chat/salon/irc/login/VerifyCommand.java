package chat.salon.irc.login;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;

/// VERIFY: would confirm an e-mail address (IRCv3 draft/account-registration); accounts are good
/// here as soon as they are made.
final class VerifyCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always(
            "VERIFY", 2, "VERIFY <account> <code>: never needed here, REGISTER is enough.")
        .from("IRCv3 draft/account-registration, VERIFY command");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (!session.isRegistered() && !Offer.registersBeforeConnect(session)) {
      return Reply.of(
          session.fail(
              "COMPLETE_CONNECTION_REQUIRED",
              Words.named(line.param(0)),
              "Connect first, then confirm an account"));
    }
    var account = session.accountName();
    return Reply.of(
        account == null
            ? session.fail(
                "INVALID_CODE", Words.named(line.param(0)), "No account waits for a code here")
            : session.fail(
                "ALREADY_AUTHENTICATED", account.shown(), "You are logged in as " + account));
  }
}
