package chat.salon.web.channel;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.request.AnswerRequest;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Refuses who asks to come into a channel.
final class RejectFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.line("reject"),
        Field.line("channel"),
        Field.line("duration").optional(),
        Field.line("reason").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Asker.find(
        session,
        fields,
        "reject",
        (channel, asker) ->
            Texts.fitting(
                "reason",
                fields.optional("reason").orElse(""),
                session.salon().limits().kickLength(),
                reason -> reject(session, channel, asker, fields, reason)));
  }

  private static Answer reject(
      WebSession session, ChannelName channel, AccountName asker, Fields fields, String reason) {
    var pause = fields.optional("duration").orElse("");
    var limits = session.salon().limits();
    return AnswerRequest.refuse(asker, pause, reason, limits)
        .map(refusal -> session.answer(session.ask(channel, refusal)))
        .orElseGet(() -> Answer.no(new BadDuration(pause, limits.banDays())));
  }
}
