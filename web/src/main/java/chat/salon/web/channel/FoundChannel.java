package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Flag;
import chat.salon.core.Stamps;
import chat.salon.core.Topic;
import chat.salon.core.port.Lasting;
import chat.salon.web.EventFrames;
import chat.salon.web.Json;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A channel in a list of those that there are.
///
/// @param members those who are in it; of a registered one all who belong to it
/// @param last when something last happened in it; null where that is not known
record FoundChannel(
    ChannelName name,
    String topic,
    String description,
    int members,
    boolean isLasting,
    Set<Flag> flags,
    @Nullable Instant last) {

  /// One that people are in.
  static FoundChannel of(ChannelState channel) {
    return new FoundChannel(
        channel.name(),
        channel.topic().map(Topic::text).orElse(""),
        channel.description(),
        channel.size(),
        channel.isRegistered(),
        channel.flags(),
        null);
  }

  /// A registered one.
  static FoundChannel of(Lasting channel) {
    return new FoundChannel(
        channel.name(),
        channel.topic(),
        channel.description(),
        channel.members(),
        true,
        channel.flags(),
        channel.lastId() == 0 ? null : Stamps.time(channel.lastId()));
  }

  ObjectNode json(Set<ChannelName> joined) {
    boolean isClosed = flags.contains(Flag.INVITE_ONLY);
    boolean isSecret = flags.contains(Flag.SECRET);
    return Json.object()
        .put("channel", name.shown())
        .put("topic", topic)
        .put("description", description)
        .put("members", members)
        .put("joined", joined.contains(name))
        .put("lasting", isLasting)
        .put("private", isClosed || isSecret)
        .put("on_request", isClosed && !isSecret)
        .put("last", last == null ? null : EventFrames.time(last));
  }
}
