package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Flag;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.ChannelNotRegistered;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import java.util.List;
import java.util.Optional;

/// Ends that a channel lasts: who is away belongs to it no more, and it is gone with its last
/// member. Its founder may ask this from outside, too.
///
/// @param byForce whether staff ask it of a channel that is not theirs
public record DropChannel(boolean byForce) implements Request<ChannelState> {

  /// Of one's own.
  public DropChannel() {
    this(false);
  }

  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return refusal(channel, actor)
        .<Outcome>map(Refused::new)
        .orElseGet(() ->
            Done.of(
                new ModesChanged(
                    stamp,
                    channel.name(),
                    actor.person(),
                    List.of(new Flagged(Flag.REGISTERED, false)))));
  }

  private Optional<Refusal> refusal(ChannelState channel, Actor actor) {
    if (!byForce) {
      return Rights.refusal(actor, new Action.Drop(), channel);
    }
    if (actor.role() == Role.MEMBER) {
      return Optional.of(new NotPermitted(Role.MODERATOR));
    }
    return channel.isRegistered()
        ? Optional.empty()
        : Optional.of(new ChannelNotRegistered(channel.name()));
  }
}
