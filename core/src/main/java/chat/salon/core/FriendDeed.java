package chat.salon.core;

/// What somebody does about somebody else: the same from every door.
public enum FriendDeed {
  /// Asks to be friends, or says yes to who asks.
  ASK,
  ACCEPT,
  REFUSE,
  WITHDRAW,
  /// Ends a friendship, or a question of either.
  PART,
  BLOCK,
  UNBLOCK,
  /// Reads their private messages as those of somebody who may write.
  HEED
}
