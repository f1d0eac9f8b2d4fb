package chat.salon.web.channel;

import chat.salon.core.BanOrder;
import chat.salon.core.ListKind;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.ChangeModes;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.List;

/// Lifts a ban.
final class UnbanFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("unban"), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var who = fields.text("unban");
    var mask = BanOrder.mask(who, session.salon().limits());
    if (mask == null) {
      return Answer.no(new NoSuchNick(who));
    }
    var lift = new ChangeModes(List.of(new Listed(ListKind.BAN, mask, false)));
    return session.channel(fields.text("channel"), name -> session.answer(session.ask(name, lift)));
  }
}
