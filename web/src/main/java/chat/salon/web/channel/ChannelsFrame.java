package chat.salon.web.channel;

import chat.salon.core.ChannelState;
import chat.salon.core.Flag;
import chat.salon.core.Topic;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;
import java.util.Comparator;
import tools.jackson.databind.node.ObjectNode;

/// Finds channels by a part of their names or topics.
final class ChannelsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.line("channels"), Field.of("limit", Shape.NUMBER).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    var text = Texts.folded(fields.text("channels"));
    int limit = Texts.within(fields.number("limit", 50), 1, 200);
    var answer = Json.object();
    answer.set(
        "found",
        Json.array(
            session.salon().channels(session.actor()).stream()
                .filter(channel -> matches(channel, text))
                .sorted(
                    Comparator.comparingInt(ChannelState::size)
                        .reversed()
                        .thenComparing(ChannelState::name))
                .limit(limit)
                .map(channel -> found(session, channel))
                .toList()));
    return Answer.ok(answer);
  }

  private static boolean matches(ChannelState channel, String text) {
    return Texts.folded(channel.name().shown()).contains(text)
        || channel.topic().filter(topic -> Texts.folded(topic.text()).contains(text)).isPresent();
  }

  static ObjectNode found(WebSession session, ChannelState channel) {
    return Json.object()
        .put("channel", channel.name().shown())
        .put("topic", channel.topic().map(Topic::text).orElse(""))
        .put("members", channel.size())
        .put("joined", session.presence().channels().contains(channel.name()))
        .put("lasting", channel.isRegistered())
        .put("private", channel.has(Flag.INVITE_ONLY) || channel.has(Flag.SECRET))
        .putNull("last");
  }
}
