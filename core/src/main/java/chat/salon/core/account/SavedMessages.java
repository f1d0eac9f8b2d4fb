package chat.salon.core.account;

import chat.salon.core.AccountName;
import chat.salon.core.ConversationId;
import java.util.List;

/// Port: the messages that accounts have put aside for themselves. Whether they may still read them
/// is not its business. A deleted message is put aside by nobody. Methods may wait for the disk and
/// throw [chat.salon.core.StoreException].
public interface SavedMessages {

  /// Puts a message aside; what is there already stays as it is.
  ///
  /// @param saved an id of this moment, unlike any other
  /// @param most messages that the account may have put aside
  /// @return whether it is there now: not when there are so many already
  boolean save(AccountName account, ConversationId<?> where, long message, long saved, int most);

  /// Puts a message aside no more.
  void forget(AccountName account, ConversationId<?> where, long message);

  /// What an account put aside, newest first.
  ///
  /// @param before only what was put aside before this id
  List<Saved> of(AccountName account, long before, int limit);

  /// A message that was put aside.
  ///
  /// @param saved tells when
  record Saved(ConversationId<?> where, long message, long saved) {}
}
