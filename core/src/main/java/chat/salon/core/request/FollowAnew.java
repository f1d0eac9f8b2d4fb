package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Stamp;

/// Asks for the whole channel to be sent to a node that has lost track of it.
public record FollowAnew(int node) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return Done.NOTHING;
  }

  @Override
  public boolean isFact() {
    return true;
  }
}
