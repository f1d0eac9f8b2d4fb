package chat.salon.core.push;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Event.Said;
import chat.salon.core.Nick;

/// What somebody is told.
public sealed interface Notice {

  /// A message.
  ///
  /// @param reader who is told
  /// @param unread so much is new for them in its conversation
  record Message(AccountName reader, Said said, int unread) implements Notice {}

  /// Somebody asks to come into a channel, and the reader may answer.
  record JoinAsked(AccountName reader, ChannelName where, Nick asker, String message)
      implements Notice {}

  /// Somebody asks the reader to be friends.
  record FriendAsked(AccountName reader, AccountName asker) implements Notice {}

  /// That it works.
  record Trial() implements Notice {}
}
