package chat.salon.core.port;

/// How far a conversation has come.
///
/// @param lastId of its newest event, 0 when there is none
/// @param lastSeq of its newest event
/// @param opened the id from which newcomers may read: the JOIN that made the channel. 0 for
///   private conversations
/// @param isOpen false when everybody has left: the next JOIN opens it anew
/// @param epoch rises with each change of owner; what an earlier owner appends is refused
public record Head(long lastId, long lastSeq, long opened, boolean isOpen, long epoch) {
  public static final Head START = new Head(0, 0, 0, false, 0);

  /// The same under an owner who has taken over.
  ///
  /// @param taken 0 when nobody has
  public Head withEpoch(long taken) {
    return taken == 0 ? this : new Head(lastId, lastSeq, opened, isOpen, taken);
  }
}
