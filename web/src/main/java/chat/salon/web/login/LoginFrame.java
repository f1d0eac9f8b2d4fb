package chat.salon.web.login;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Refusal.AlreadyLoggedIn;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.account.Attempt;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Entrance;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import chat.salon.web.Welcome;
import org.jspecify.annotations.Nullable;

/// Logs this connection in, by a password or by a program's token.
final class LoginFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.always(
        Field.line("login").atMost(256),
        Field.line("password").optional(),
        Field.line("token").optional().atMost(256));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    if (session.isLoggedIn()) {
      return Answer.no(new AlreadyLoggedIn(session.account().name()));
    }
    var token = fields.optional("token");
    if (token.isPresent()) {
      return byToken(session, fields.text("login"), token.get());
    }
    if (fields.optional("password").isEmpty()) {
      return Answer.no(
          Problems.badFrame("password", "Il manque « password ».", "\"password\" is missing."));
    }
    if (!session.takesPasswords()) {
      return Answer.no(Problems.insecure());
    }
    var attempt =
        session.apart(() ->
            Passwords.logIn(
                session.door(),
                fields.text("login"),
                fields.text("password"),
                session.client().address()));
    return switch (attempt) {
      case Denied(var why) -> Answer.no(why);
      case Accepted(var account) -> logIn(session, account, null);
    };
  }

  private static Answer byToken(WebSession session, String login, String secret) {
    var door = session.door();
    var token = session.apart(() -> door.access().check(secret, Kind.PROGRAM, session.address()));
    return token
        .filter(one -> one.account().equals(AccountName.trusted(login)))
        .flatMap(one ->
            session
                .apart(() -> door.logins().byToken(one.account()))
                .map(attempt -> logIn(session, attempt, one)))
        .orElseGet(() -> Answer.no(new BadCredentials()));
  }

  private static Answer logIn(WebSession session, Attempt attempt, Token token) {
    return switch (attempt) {
      case Denied(var why) -> Answer.no(why);
      case Accepted(var account) -> logIn(session, account, token);
    };
  }

  static Answer logIn(WebSession session, Account account, @Nullable Token token) {
    return Entrance.enter(session, account, token)
        .<Answer>map(Answer::no)
        .orElseGet(() -> Answer.ok(Welcome.who(Json.object(), account)));
  }
}
