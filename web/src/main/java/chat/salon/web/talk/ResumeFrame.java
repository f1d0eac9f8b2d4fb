package chat.salon.web.talk;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Pair;
import chat.salon.core.port.Page;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells what was missed since the last event of each conversation that the client saw.
final class ResumeFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("resume", Shape.OBJECT));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var gaps = new ArrayList<String>();
    for (var seen : fields.object("resume").properties()) {
      if (!seen.getValue().canConvertToLong()
          || !tell(session, seen.getKey(), seen.getValue().asLong())) {
        gaps.add(seen.getKey());
      }
    }
    var answer = Json.object();
    answer.set("gaps", Json.texts(gaps));
    return Answer.ok(answer);
  }

  private static boolean tell(WebSession session, String where, long seq) {
    int most = session.door().settings().resumeEvents();
    var conversation = conversation(session, where);
    if (conversation.isEmpty()) {
      return false;
    }
    var page = new Page(conversation.get(), 0, Long.MAX_VALUE, most + 1, true, false, null);
    session.upToDate();
    var outcome = session.apart(() -> session.salon().history().read(session.actor(), page));
    if (!(outcome instanceof Done(var events, _))) {
      return false;
    }
    var missed = events.stream().filter(event -> event.stamp().seq() > seq).toList();
    boolean isWhole = missed.size() <= most && (missed.isEmpty() || isNext(seq, missed, events));
    if (isWhole) {
      var reader = session.person();
      session.tell(
          missed.stream().flatMap(event -> EventFrames.of(event, reader).stream()).toList());
    }
    return isWhole;
  }

  // What was said for other ranks only is no gap, so the number may skip what was read before.
  private static boolean isNext(long seq, List<Event> missed, List<Event> events) {
    return missed.size() < events.size() || missed.getFirst().stamp().seq() == seq + 1 || seq == 0;
  }

  private static Optional<ConversationId<?>> conversation(WebSession session, String where) {
    if (where.startsWith("@")) {
      var own = session.person();
      return session
          .salon()
          .nick(where.substring(1))
          .map(nick ->
              Pair.of(Pair.party(own), session.apart(() -> session.salon().people().party(nick))));
    }
    return session.salon().channelName(where).map(name -> name);
  }
}
