package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import tools.jackson.databind.node.ObjectNode;

/// Finds channels by a part of their names, topics or descriptions.
final class ChannelsFrame implements ClientFrame {
  private static final int MOST_LASTING = 2000;

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
    var joined = session.presence().channels();
    answer.set(
        "found",
        Json.array(
            all(session).stream()
                .filter(channel -> !channel.name().isGroup())
                .filter(channel -> matches(channel, text))
                .sorted(
                    Comparator.comparingInt(FoundChannel::members)
                        .reversed()
                        .thenComparing(FoundChannel::name))
                .limit(limit)
                .map(channel -> channel.json(joined))
                .toList()));
    return Answer.ok(answer);
  }

  // Of a registered one more is known on disk, also when nobody is in it.
  private static Collection<FoundChannel> all(WebSession session) {
    var all = new HashMap<ChannelName, FoundChannel>();
    session
        .salon()
        .channels(session.actor())
        .forEach(channel -> all.put(channel.name(), FoundChannel.of(channel)));
    session
        .apart(() -> session.salon().lasting("", MOST_LASTING))
        .forEach(channel -> all.put(channel.name(), FoundChannel.of(channel)));
    return all.values();
  }

  private static boolean matches(FoundChannel channel, String text) {
    return Texts.folded(channel.name().shown()).contains(text)
        || Texts.folded(channel.topic()).contains(text)
        || Texts.folded(channel.description()).contains(text);
  }

  static ObjectNode found(WebSession session, ChannelState channel) {
    return FoundChannel.of(channel).json(session.presence().channels());
  }
}
