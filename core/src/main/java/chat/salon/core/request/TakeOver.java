package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Moved;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.ChannelExists;
import chat.salon.core.Stamp;

/// The second half of [Rename]: the owner of the new name takes the channel as the owner of the old
/// one had it. Asked by the server itself, in the name of who renamed it.
///
/// @param from the old name
public record TakeOver(ChannelName from, String reason, ChannelSnapshot as)
    implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return channel.size() > 0
        ? new Refused(new ChannelExists(channel.name()))
        : Done.of(
            new Moved(stamp.unkept(), as.settings().name(), actor.person(), from, reason, as));
  }
}
