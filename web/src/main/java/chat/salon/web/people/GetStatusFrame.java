package chat.salon.web.people;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.Watched;
import chat.salon.web.WebSession;

/// Tells how present people are, and from then on when that changes.
final class GetStatusFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(
        Field.of("get_status", Shape.FLAG), Field.of("users", Shape.LINES).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    var named = fields.texts("users");
    var statuses = Json.object();
    if (named.isEmpty()) {
      var self = session.person();
      statuses.put(self.nick().shown(), EventFrames.status(self));
    }
    for (var name : named.subList(0, Math.min(Watched.MOST, named.size()))) {
      var nick = session.salon().nick(name);
      statuses.put(name, nick.map(session.watched()::ask).orElse(Watched.ABSENT));
    }
    var answer = Json.object();
    answer.set("statuses", statuses);
    return Answer.ok(answer);
  }
}
