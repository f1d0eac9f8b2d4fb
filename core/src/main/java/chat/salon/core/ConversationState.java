package chat.salon.core;

/// What the owner of a conversation decides on. Once published it never changes: a turn works on a
/// copy, and the copy takes its place when everything that led to it is on disk.
public sealed interface ConversationState permits ChannelState, PrivateState {

  ConversationId<?> id();

  /// Those that hold when somebody asks for something.
  Limits limits();

  /// The id from which those who are in it may read.
  long opened();

  /// A copy that [#apply] may change without anybody seeing it.
  ConversationState copy();

  /// Makes one event part of this state. Only on a copy, only by its owner.
  void apply(Event event);

  /// Whether an event changes more than the log.
  boolean isChangedBy(Event event);
}
