package chat.salon.web.channel;

import chat.salon.core.Event.Joined;
import chat.salon.core.Outcome.Done;
import chat.salon.core.request.AskToJoin;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Asks to come into a channel; comes in at once where that needs no answer.
final class AskToJoinFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("ask_to_join"), Field.line("message").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var request = new AskToJoin(fields.optional("message").orElse("").strip());
    return session.channel(
        fields.text("ask_to_join"),
        name -> session.answer(session.ask(name, request), AskToJoinFrame::asked));
  }

  private static Answer asked(Done done) {
    boolean isIn = done.events().stream().anyMatch(Joined.class::isInstance);
    return Answer.ok(Json.object().put("waiting", !isIn));
  }
}
