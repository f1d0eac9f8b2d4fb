package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.core.account.Token.Kind;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells which tokens the account, or a bot of its own, has for programs.
final class TokensFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("tokens", Shape.FLAG), Field.line("bot").optional().atMost(256));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OwnBot.orSelf(session, fields, account -> tell(session, account));
  }

  private static Answer tell(WebSession session, AccountName account) {
    var answer = Json.object();
    answer.set(
        "tokens",
        Json.array(
            session.apart(() ->
                session.door().access().of(account, Kind.PROGRAM).stream()
                    .map(Logged::token)
                    .toList())));
    return Answer.ok(answer);
  }
}
