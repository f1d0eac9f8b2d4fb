package chat.salon.web.people;

import chat.salon.core.account.Privacy;
import chat.salon.web.Answer;
import chat.salon.web.Bonds;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// Tells of one's friends, of questions to be one, and of those who are blocked; and from then on
/// how present they are.
final class FriendsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("friends", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    var answer = Json.object();
    session.apart(() -> {
      var friends = session.salon().friends();
      var own = session.account().name();
      var all = friends.all(own);
      all.forEach(session.watched()::keep);
      answer.set(
          "friends", Json.array(all.stream().map(one -> Bonds.frame(session, one)).toList()));
      answer.set("privacy", privacy(friends.privacy(own)));
      return true;
    });
    return Answer.ok(answer);
  }

  private static ObjectNode privacy(Privacy privacy) {
    return Json.object()
        .put("write", word(privacy.write()))
        .put("add", word(privacy.add()))
        .put("see", word(privacy.see()));
  }

  /// As frames write it.
  static String word(Privacy.Circle circle) {
    return circle.name().toLowerCase(Locale.ROOT);
  }
}
