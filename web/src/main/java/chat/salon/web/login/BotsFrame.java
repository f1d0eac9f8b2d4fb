package chat.salon.web.login;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells which bots belong to the account.
final class BotsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("bots", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var owner = session.account().name();
    var bots = session.apart(() -> session.door().bots().of(owner));
    var answer = Json.object();
    answer.set("bots", Json.array(bots.stream().map(Logged::bot).toList()));
    return Answer.ok(answer);
  }
}
