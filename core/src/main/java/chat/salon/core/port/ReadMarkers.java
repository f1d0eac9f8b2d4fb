package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Port: how far each account has read each conversation, and what is new there. Methods may wait
/// for the disk and throw [chat.salon.core.StoreException].
public interface ReadMarkers {

  /// The id up to which an account has read; 0 when it never said so.
  long marker(AccountName account, ConversationId<?> where);

  /// Raises a marker: one that is higher already stays. Of several who raise it at once the highest
  /// counts.
  ///
  /// @return what it is then, and would be after a power cut
  Raised raise(AccountName account, ConversationId<?> where, long upTo);

  /// A marker.
  ///
  /// @param isNew whether it was raised just now
  record Raised(long upTo, boolean isNew) {}

  /// What is new in a conversation.
  ///
  /// @param most so many are counted
  Unread unread(AccountName account, ConversationId<?> where, int most);

  /// These channels, in their order, and then the private conversations of a party, those with the
  /// newest message first. A conversation in which nothing ever happened is left out.
  ///
  /// @param account null for a guest, for whom nothing is counted
  /// @param party see [chat.salon.core.Pair#party(chat.salon.core.Person)]
  List<Overview> overview(
      @Nullable AccountName account, String party, Collection<ChannelName> channels, Bounds bounds);

  /// What bounds a list of conversations.
  ///
  /// @param privates so many private ones
  /// @param unread so many are counted in each
  /// @param from private messages with lower ids are not the asker's to read
  record Bounds(int privates, int unread, long from) {}
}
