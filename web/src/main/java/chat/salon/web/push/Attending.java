package chat.salon.web.push;

import chat.salon.core.account.Attention;
import chat.salon.web.Answer;
import chat.salon.web.Attended;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Place;
import chat.salon.web.Problem;
import chat.salon.web.WebSession;
import java.util.function.UnaryOperator;

/// Changes of what one wants to be told in a conversation that one may read.
final class Attending {
  private Attending() {}

  static Answer change(WebSession session, Fields fields, UnaryOperator<Attention> change) {
    return session.place(
        fields,
        place -> {
          session.upToDate();
          return session.apart(() -> change(session, place, change));
        });
  }

  private static Answer change(WebSession session, Place place, UnaryOperator<Attention> change) {
    var where = place.conversation();
    var refusal = session.salon().history().refusalToRead(session.actor(), where);
    if (refusal.isPresent()) {
      return Answer.no(refusal.get());
    }
    var attentions = session.door().attentions();
    var account = session.account().name();
    var attention = change.apply(attentions.of(account, where));
    if (!attentions.put(account, where, attention)) {
      return Answer.no(empty());
    }
    session.salon().reading().renew(session.presence(), session, where, place.target());
    return Answer.ok(Attended.put(Json.object(), attention, session.door().now()));
  }

  private static Problem empty() {
    return Problem.of(
        "nothing_said",
        404,
        "Rien n'a encore été dit ici : écrivez d'abord un message.",
        "Nothing has been said here yet: write something first.");
  }
}
