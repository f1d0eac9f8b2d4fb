package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ConversationState;
import chat.salon.core.Outcome;
import chat.salon.core.Stamp;

/// What an actor asks of a conversation. Plain data that decides and changes nothing.
///
/// @param <S> the state it decides on
public interface Request<S extends ConversationState> {

  /// The outcome, if it came now. Pure: no clock, no I/O; only the owner's turn calls it. The first
  /// event that is kept bears the stamp as it is, the next one the stamp after it, as many as there
  /// are [#stamps()]; the others are unkept.
  Outcome decide(S state, Actor actor, Stamp stamp);

  /// How many of its events are kept at most.
  default int stamps() {
    return 1;
  }

  /// Whether asking it twice does more than asking it once. What does not may be asked again as it
  /// is; all else is asked again by a key, under which its event is found in the log.
  default boolean isDoneOnce() {
    return true;
  }

  /// Whether this is a fact that a conversation can only take note of: somebody is gone, whether
  /// the disk is full or not. Facts are never refused for want of room and are told though they
  /// could not be stored.
  default boolean isFact() {
    return false;
  }
}
