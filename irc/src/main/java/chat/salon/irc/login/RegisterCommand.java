package chat.salon.irc.login;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.AccountExists;
import chat.salon.core.Refusal.AlreadyLoggedIn;
import chat.salon.core.Refusal.BadEmail;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Refusal.WeakPassword;
import chat.salon.core.Refusal.Weakness;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;

/// REGISTER: makes an account, before registration too (IRCv3 draft/account-registration).
final class RegisterCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always(
            "REGISTER",
            3,
            "REGISTER <account>|* <email>|* <password>: makes an account, * for one named as you are.")
        .from("IRCv3 draft/account-registration, REGISTER command");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var nick = session.nick();
    var wanted = line.param(0).equals("*") ? nick : line.param(0);
    var context = Words.named(wanted);
    if (!session.isRegistered() && !Offer.registersBeforeConnect(session)) {
      return Reply.of(
          session.fail(
              "COMPLETE_CONNECTION_REQUIRED", context, "Connect first, then make an account"));
    }
    if (!session.takesPasswords()) {
      return Reply.of(session.fail("TEMPORARILY_UNAVAILABLE", context, IrcSession.INSECURE));
    }
    if (nick.equals("*")) {
      return Reply.of(
          session.fail("NEED_NICK", "*", "Choose a nick first: the account is named by it"));
    }
    var name = session.salon().nick(wanted).flatMap(text -> AccountName.parse(text.shown()));
    if (name.isEmpty()) {
      return Reply.of(
          session.fail("BAD_ACCOUNT_NAME", context, "That cannot be an account's name"));
    }
    if (session.salon().people().nickIsAccount() && !name.get().equals(AccountName.trusted(nick))) {
      return Reply.of(
          session.fail(
              "ACCOUNT_NAME_MUST_BE_NICK", context, "The account must be named as you are"));
    }
    var email = line.param(1).equals("*") ? null : line.param(1);
    return switch (NewAccount.make(session, name.get(), email, line.param(2))) {
      case Accepted(var account) -> accepted(session, account);
      case Denied(var why) -> Reply.of(session.fail(code(why), context, Numerics.text(why)));
    };
  }

  private static Reply accepted(IrcSession session, Account account) {
    session.send(
        Reply.of(
            Line.of(
                session.serverName(),
                "REGISTER",
                "SUCCESS",
                account.name().shown(),
                "Account created"),
            Identity.loggedIn(session, account)));
    return Identity.become(session, Login.now(session, account));
  }

  // The codes of the specification, and one more that clients know from Ergo: somebody without an
  // account is using the name.
  private static String code(Refusal why) {
    return switch (why) {
      case AccountExists _ -> "ACCOUNT_EXISTS";
      case AlreadyLoggedIn _ -> "ALREADY_AUTHENTICATED";
      case BadEmail _ -> "INVALID_EMAIL";
      case NickInUse _ -> "USERNAME_EXISTS";
      case WeakPassword(var weakness, _) when weakness == Weakness.TOO_LONG ->
          "UNACCEPTABLE_PASSWORD";
      case WeakPassword _ -> "WEAK_PASSWORD";
      default -> "TEMPORARILY_UNAVAILABLE";
    };
  }
}
