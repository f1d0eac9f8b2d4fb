package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Outcome;
import chat.salon.core.request.Join;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Comes into a channel.
final class JoinFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("join"), Field.line("key").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var key = fields.optional("key").orElse(null);
    return session.channel(
        fields.text("join"),
        name -> session.answer(enter(session, name, key), _ -> Channels.shown(session, name)));
  }

  // The channel where newcomers land is there for them, and stays.
  private static Outcome enter(WebSession session, ChannelName name, @Nullable String key) {
    boolean isFirst =
        session
            .salon()
            .channelName(session.door().settings().firstChannel())
            .equals(Optional.of(name));
    return session.ask(name, new Join(key, isFirst));
  }
}
