package chat.salon.web.talk;

import chat.salon.core.Event.Said;
import chat.salon.core.Outcome.Done;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import tools.jackson.databind.node.ObjectNode;

/// Tells the former texts of a message, oldest first, and the one that it has.
final class EditsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.line("edits")).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.place(
        fields,
        place ->
            OneMessage.id(
                fields.text("edits"),
                message ->
                    session.answer(
                        session.apart(() ->
                            session
                                .salon()
                                .history()
                                .versions(session.actor(), place.conversation(), message)),
                        done -> Answer.ok(versions(done)))));
  }

  private static ObjectNode versions(Done done) {
    var answer = Json.object();
    var versions = answer.putArray("versions");
    for (var event : done.events()) {
      if (event instanceof Said said) {
        var edited = said.aftermath().edited();
        var time = edited == null ? said.stamp().time() : edited;
        versions.addObject().put("text", said.text()).put("time", EventFrames.time(time));
      }
    }
    return answer;
  }
}
