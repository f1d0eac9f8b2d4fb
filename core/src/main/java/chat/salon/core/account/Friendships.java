package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: who are friends, who asks to be, and who does not want to hear whom. What two of them do
/// at the same moment, on any node, has one result. Methods may wait for the disk and throw
/// [chat.salon.core.StoreException].
public interface Friendships {

  /// How one account stands to another, as seen by the first.
  enum Bond {
    NONE,
    /// The first has asked, and waits for an answer.
    ASKED,
    /// The other has asked, and waits for an answer.
    ASKS,
    FRIENDS
  }

  /// @param since when they became friends, or when one of them asked
  record Friendship(AccountName other, Bond bond, Instant since) {}

  /// What somebody who asks has brought about; the same twice when nothing.
  record Step(Bond before, Bond after) {}

  /// The friends of an account, and the questions of both directions, newest first.
  List<Friendship> of(AccountName account);

  /// Asks to be friends. Who is already being asked by the other becomes a friend at once.
  ///
  /// @return empty when one of the accounts is not there
  Optional<Step> ask(AccountName by, AccountName to, Instant when);

  /// Says yes to a question.
  ///
  /// @return whether there was one
  boolean accept(AccountName by, AccountName asker, Instant when);

  /// Takes a question away: its asker withdraws it, or who was asked refuses it.
  ///
  /// @return whether there was one
  boolean dismiss(AccountName asker, AccountName asked);

  /// Ends a friendship.
  ///
  /// @return whether there was one
  boolean part(AccountName by, AccountName friend);

  /// Those whom an account does not want to hear, newest first.
  List<AccountName> blockedBy(AccountName account);

  /// Wants to hear no more of somebody, and is no friend of theirs any more.
  ///
  /// @return whether that is new
  boolean block(AccountName by, AccountName whom, Instant when);

  /// Wants to hear somebody again.
  ///
  /// @return whether they were blocked
  boolean unblock(AccountName by, AccountName whom);
}
