package chat.salon.web.login;

import chat.salon.core.account.Token.Kind;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells which tokens the account has given to programs.
final class TokensFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("tokens", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var account = session.account().name();
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
