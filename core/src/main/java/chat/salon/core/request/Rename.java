package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.ChannelExists;
import chat.salon.core.Stamp;
import java.util.function.BooleanSupplier;

/// Gives a channel another name (IRCv3 draft/channel-rename), with all that belongs to it. Where
/// the two names are written differently and are the same, that is all; otherwise who asks has to
/// hand the channel to the owner of the new name: see [TakeOver].
///
/// @param reason empty for none
public record Rename(ChannelName to, String reason) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return decide(channel, actor, stamp, () -> false);
  }

  /// The same, when there may be a channel of the new name.
  ///
  /// @param isTaken asked once everything else is well
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp, BooleanSupplier isTaken) {
    var refusal = Rights.refusal(actor, new Action.Rename(), channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var from = channel.name();
    if (from.shown().equals(to.shown())) {
      return Done.NOTHING;
    }
    var by = actor.person();
    var as = channel.snapshot().named(to);
    if (from.equals(to)) {
      return Done.of(new Moved(stamp.unkept(), to, by, from, reason, as));
    }
    return isTaken.getAsBoolean()
        ? new Refused(new ChannelExists(to))
        : Done.of(new Renamed(stamp.unkept(), from, by, to, reason, as));
  }
}
