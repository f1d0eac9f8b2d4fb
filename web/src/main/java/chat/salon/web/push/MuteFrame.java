package chat.salon.web.push;

import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.WrittenDuration;
import chat.salon.core.account.Attention;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.time.Duration;

/// One wants to be told of nothing in a conversation, for a time or until one says otherwise.
final class MuteFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.of("mute", Shape.FLAG), Field.line("duration").optional()).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var written = fields.optional("duration");
    if (written.isEmpty()) {
      return mute(session, fields, Attention.FOR_EVER);
    }
    int days = session.salon().limits().banDays();
    return WrittenDuration.parse(written.get())
        .filter(lasts -> lasts.compareTo(Duration.ofDays(days)) <= 0)
        .map(lasts -> mute(session, fields, session.door().now().plus(lasts).toEpochMilli()))
        .orElseGet(() -> Answer.no(new BadDuration(written.get(), days)));
  }

  private static Answer mute(WebSession session, Fields fields, long until) {
    return Attending.change(session, fields, before -> before.mutedUntil(until));
  }
}
