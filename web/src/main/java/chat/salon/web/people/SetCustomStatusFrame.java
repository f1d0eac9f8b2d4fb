package chat.salon.web.people;

import chat.salon.core.CustomStatus;
import chat.salon.core.WrittenDuration;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what one is doing, for a time or until it is taken back.
final class SetCustomStatusFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.of("set_custom_status", Shape.LINE_OR_NULL),
        Field.of("until", Shape.TIME).optional(),
        Field.line("duration").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var now = session.door().now();
    var duration = fields.optional("duration");
    if (duration.isEmpty()) {
      return until(session, now, fields, fields.time("until"));
    }
    return WrittenDuration.parse(duration.get())
        .map(written -> until(session, now, fields, Optional.of(now.plus(written))))
        .orElseGet(() -> Answer.no(unclear()));
  }

  private static Problem unclear() {
    return Problems.badFrame(
        "duration",
        "« duration » est une durée comme 30m, 1h30m ou 2j.",
        "\"duration\" is a duration such as 30m, 1h30m or 2d.");
  }

  private static Answer until(
      WebSession session, Instant now, Fields fields, Optional<Instant> until) {
    if (until.filter(end -> !CustomStatus.mayEnd(end, now)).isPresent()) {
      return Answer.no(
          Problems.badFrame(
              "until",
              "La fin du statut est passée, ou dans plus de dix ans.",
              "The end of the status is in the past, or more than ten years away."));
    }
    return Texts.fitting(
        "set_custom_status",
        fields.optional("set_custom_status").orElse("").strip(),
        session.salon().limits().awayLength(),
        text -> say(session, text.isEmpty() ? null : new CustomStatus(text, until.orElse(null))));
  }

  private static Answer say(WebSession session, @Nullable CustomStatus status) {
    session.awaiting(() -> {
      session.salon().people().appearance().say(session.presence(), session, status);
      return true;
    });
    return Answer.done();
  }
}
