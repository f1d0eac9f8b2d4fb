package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ModeChange;
import chat.salon.core.request.ChangeModes;
import chat.salon.core.request.Forwards;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.ModeWords;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.List;

/// Changes the modes of a channel.
final class ModeFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("mode"), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("channel"),
        name ->
            ModeWords.parse(fields.text("mode"))
                .map(changes -> change(session, name, changes))
                .orElseGet(() ->
                    Answer.no(
                        Problems.badFrame(
                            "mode",
                            "Ces modes ne se lisent pas : essayez « +o lea » ou « +ntk clé ».",
                            "These modes cannot be read: try \"+o lea\" or \"+ntk key\"."))));
  }

  private static Answer change(WebSession session, ChannelName name, List<ModeChange> changes) {
    return Forwards.refusal(session.actor(), name, changes, session::look)
        .map(Answer::no)
        .orElseGet(() -> session.answer(session.ask(name, new ChangeModes(changes))));
  }
}
