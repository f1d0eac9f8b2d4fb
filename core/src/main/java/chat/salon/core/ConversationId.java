package chat.salon.core;

/// Which conversation: a channel, or the private one of two people. Equal ids mean one log, one
/// order and one owner in the whole network.
///
/// @param <S> the state that its owner decides on
public sealed interface ConversationId<S extends ConversationState> permits ChannelName, Pair {

  /// The same text on every node and after every restart: `#tea`, or `alice bob` for a pair.
  String key();
}
