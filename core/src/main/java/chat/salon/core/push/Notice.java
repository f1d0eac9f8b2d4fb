package chat.salon.core.push;

import chat.salon.core.AccountName;
import chat.salon.core.Event.Said;

/// What somebody is told.
public sealed interface Notice {

  /// A message.
  ///
  /// @param reader who is told
  /// @param unread so much is new for them in its conversation
  record Message(AccountName reader, Said said, int unread) implements Notice {}

  /// That it works.
  record Trial() implements Notice {}
}
