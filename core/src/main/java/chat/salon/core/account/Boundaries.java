package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.time.Instant;
import java.util.List;

/// Port: whom an account wants to hear, and by whom it wants to be found. Methods may wait for the
/// disk and throw [chat.salon.core.StoreException].
public interface Boundaries {

  /// Those whom an account does not want to hear, newest first.
  List<AccountName> blockedBy(AccountName account);

  /// Those who do not want to hear an account, in no order. Never to be told to it.
  List<AccountName> blockersOf(AccountName account);

  /// Wants to hear no more of somebody, and is no friend of theirs any more.
  ///
  /// @return whether that is new
  boolean block(AccountName by, AccountName whom, Instant when);

  /// Wants to hear somebody again.
  ///
  /// @return whether they were blocked
  boolean unblock(AccountName by, AccountName whom);

  Privacy privacy(AccountName account);

  /// Sets it. When it begins to say who may write, all with whom the account talks already may.
  void setPrivacy(AccountName account, Privacy privacy);

  /// Those whom an account wants to hear although its privacy leaves them out, in no order.
  List<AccountName> heededBy(AccountName account);

  /// Wants to hear somebody although privacy leaves them out.
  ///
  /// @return whether that is new
  boolean heed(AccountName by, AccountName whom);
}
