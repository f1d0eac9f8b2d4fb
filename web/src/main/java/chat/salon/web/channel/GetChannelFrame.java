package chat.salon.web.channel;

import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells what a channel is, to those who may know of it.
final class GetChannelFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.line("get_channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("get_channel"),
        name ->
            session
                .look(name)
                .or(() -> session.apart(() -> session.salon().find(session.actor(), name)))
                .map(channel -> Answer.ok(ChannelsFrame.found(session, channel)))
                .orElseGet(() -> Answer.no(new NoSuchChannel(name.shown()))));
  }
}
