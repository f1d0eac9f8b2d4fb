package chat.salon.web.channel;

import chat.salon.core.BanOrder;
import chat.salon.core.ChannelName;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Bans somebody from a channel, for a time or for good, and puts them out.
final class BanFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.line("ban"),
        Field.line("channel"),
        Field.line("duration").optional(),
        Field.line("reason").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("channel"),
        name ->
            Texts.fitting(
                "reason",
                fields.optional("reason").orElse(""),
                session.salon().limits().kickLength(),
                reason -> ban(session, name, fields, reason)));
  }

  private static Answer ban(WebSession session, ChannelName name, Fields fields, String reason) {
    var duration = fields.optional("duration").orElse("");
    var limits = session.salon().limits();
    return switch (BanOrder.of(fields.text("ban"), duration, reason, limits)) {
      case BanOrder.Unclear(var why) -> Answer.no(why);
      case BanOrder.Clear order ->
          session.answer(
              order.carryOut(request -> session.ask(name, request), session.person().nick()));
    };
  }
}
