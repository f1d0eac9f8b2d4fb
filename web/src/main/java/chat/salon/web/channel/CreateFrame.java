package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Flag;
import chat.salon.core.request.CreateChannel;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;
import java.util.Set;

/// Makes a channel that lasts.
final class CreateFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.line("create"),
        Field.line("description").optional(),
        Field.of("private", Shape.FLAG).optional(),
        Field.of("on_request", Shape.FLAG).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var flags = flags(fields.flag("private"), fields.flag("on_request"));
    return session.channel(
        fields.text("create"),
        name ->
            Texts.fitting(
                "description",
                fields.optional("description").orElse(""),
                session.salon().limits().descriptionLength(),
                text -> found(session, name, new CreateChannel(text, flags))));
  }

  // Private is the stricter of the two.
  private static Set<Flag> flags(boolean isPrivate, boolean isOnRequest) {
    if (isPrivate) {
      return Set.of(Flag.INVITE_ONLY, Flag.SECRET);
    }
    return isOnRequest ? Set.of(Flag.INVITE_ONLY) : Set.of();
  }

  private static Answer found(WebSession session, ChannelName name, CreateChannel channel) {
    return session
        .apart(() -> session.salon().refusalToFound(session.actor()))
        .<Answer>map(Answer::no)
        .orElseGet(
            () -> session.answer(session.ask(name, channel), _ -> Channels.shown(session, name)));
  }
}
