package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event.Said;
import chat.salon.core.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Port: what others said and did that concerns accounts, and how far they have looked at it.
/// Whether they may still read it is not its business. Methods may wait for the disk and throw
/// [chat.salon.core.StoreException].
public interface ActivityInbox {

  /// Why something concerns somebody.
  enum Kind {
    /// A message mentions them.
    MENTION,
    /// A message answers one of theirs.
    REPLY,
    /// Somebody reacted to a message of theirs.
    REACTION
  }

  /// Something that concerns an account.
  ///
  /// @param id of the event; the message's, unless it is a reaction
  /// @param message what was said, or reacted to, as it is now; without its reactions
  /// @param by who said it, or reacted
  /// @param reaction empty for what is none
  /// @param marker up to which the account has read the conversation; 0 when it never said so
  record Entry(long id, Kind kind, Said message, Person by, String reaction, long marker) {}

  /// Which of it is wanted.
  ///
  /// @param kinds none for all of them
  /// @param above only ids greater than this
  /// @param below only ids less than this
  record Slice(Set<Kind> kinds, long above, long below, int limit) {
    public Slice {
      kinds = Set.copyOf(kinds.isEmpty() ? Set.of(Kind.values()) : kinds);
    }
  }

  /// What concerns an account, newest first: each event once, a reply that mentions them as a reply
  /// where both are wanted. Deleted messages and what was taken back are left out.
  List<Entry> of(AccountName account, Slice slice);

  /// The id up to which an account has looked at it; 0 when it never did.
  long seen(AccountName account);

  /// Raises that: what is higher already stays.
  ///
  /// @return whether it was raised just now
  boolean see(AccountName account, long upTo);

  /// Whose a message is; empty for a guest's, and for none.
  Optional<AccountName> author(ConversationId<?> where, long message);
}
