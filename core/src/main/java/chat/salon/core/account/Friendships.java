package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: who are friends, and who asks to be. What two of them do at the same moment, on any node,
/// has one result. Methods may wait for the disk and throw [chat.salon.core.StoreException].
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

  /// What an account has of all this, for its bounds.
  ///
  /// @param friends friends, and questions of both directions
  /// @param open questions that it has asked and nobody has answered
  /// @param recent accounts that it has asked of late
  record Tally(int friends, int open, int recent) {}

  /// The friends of an account, and the questions of both directions, newest first. A question of
  /// somebody whom the account has blocked is left out.
  List<Friendship> of(AccountName account);

  /// Asks to be friends. Who is already being asked by the other becomes a friend at once.
  ///
  /// @return empty when one of the accounts is not there
  Optional<Step> ask(AccountName by, AccountName to, Instant when);

  /// Says yes to a question.
  ///
  /// @return whether there was one
  boolean accept(AccountName by, AccountName asker, Instant when);

  /// Says no to a question.
  ///
  /// @return whether there was one
  boolean refuse(AccountName by, AccountName asker, Instant when);

  /// Takes one's own question back.
  ///
  /// @return whether there was one
  boolean withdraw(AccountName by, AccountName asked);

  /// Ends a friendship.
  ///
  /// @return whether there was one
  boolean part(AccountName by, AccountName friend);

  /// When somebody was last refused by another; empty for never.
  Optional<Instant> refused(AccountName asker, AccountName by);

  /// @param since from when on questions are recent
  Tally tally(AccountName account, Instant since);
}
