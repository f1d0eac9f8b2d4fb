package chat.salon.web.channel;

import chat.salon.core.port.OwnRequest;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import tools.jackson.databind.node.ObjectNode;

/// Tells where oneself asks to come in, and where one was refused and may not ask yet.
final class OwnRequestsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("own_requests", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    var own = session.apart(() -> session.salon().ownRequests(session.actor()));
    var answer = Json.object();
    answer.set("requests", Json.array(own.stream().map(OwnRequestsFrame::shown).toList()));
    return Answer.ok(answer);
  }

  private static ObjectNode shown(OwnRequest own) {
    var request = own.request();
    var given = request.answer();
    var until = given == null ? null : given.until();
    return Json.object()
        .put("channel", own.channel().shown())
        .put("message", request.message())
        .put("time", EventFrames.time(request.asked()))
        .put("until", until == null ? null : EventFrames.time(until))
        .put("reason", given == null ? "" : given.reason());
  }
}
