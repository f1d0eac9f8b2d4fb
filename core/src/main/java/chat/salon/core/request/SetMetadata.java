package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.TooManyKeys;
import chat.salon.core.Stamp;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Says what a channel says of itself under a key (IRCv3 draft/metadata-3, METADATA SET).
///
/// @param key one for which [chat.salon.core.Metadata#isKey] holds
/// @param value null to take it away
/// @param most keys that a channel may have
public record SetMetadata(String key, @Nullable String value, int most)
    implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var refusal = Rights.refusal(actor, new Action.SetMetadata(), channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var now = channel.metadata();
    if (Objects.equals(now.get(key), value)) {
      return Done.NOTHING;
    }
    return value != null && now.get(key) == null && now.values().size() >= most
        ? new Refused(new TooManyKeys(channel.name(), most))
        : Done.of(new MetadataSet(stamp.unkept(), channel.name(), actor.person(), key, value));
  }

  // What is set already changes nothing.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
