package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Pin;
import chat.salon.core.Rank;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Port: what was said, on disk. Methods may wait for the disk and throw [StoreException]; they are
/// called on virtual threads, never on an event loop.
public interface MessageLog {

  /// Stores a batch, all or nothing. Returns when it would survive a power cut, and not before:
  /// what conversations append at the same time shares one commit. Batches of one conversation come
  /// one at a time, from its owner.
  ///
  /// @throws StoreException nothing was stored: the disk refused, a later owner has taken over (the
  ///   epoch of the head is not the stored one), the events do not follow the last that is stored,
  ///   or a key is taken. Only when a database was lost in the middle and stays away, the batch may
  ///   be there all the same: the stored head tells
  void append(Batch batch);

  /// The event that was appended under a key, whoever owned the conversation then; empty too when
  /// the key is so old that it was forgotten. Sees everything whose append has returned.
  Optional<Event> find(ConversationId<?> where, String party, String key);

  /// Reads a page, oldest first. Sees everything whose append has returned.
  ///
  /// Messages are as they are now, each with what became of it.
  List<Event> read(Page page);

  /// A message with each of the texts that it had, oldest first; the last is the one it has now. Of
  /// each the [chat.salon.core.Aftermath] tells only since when it had it.
  List<Said> versions(Said said);

  /// The pinned messages of a conversation, those that were pinned last first. Without their
  /// reactions.
  ///
  /// @param from only of messages from this id on
  /// @param least see [Page#least()]
  /// @param own see [Page#own()]
  List<Pin> pins(
      ConversationId<?> where, long from, @Nullable Rank least, @Nullable AccountName own);

  /// Which of these channels, and which private conversations of this party, have messages in a
  /// range of ids that the party may read: those whose newest one is oldest come first. What was
  /// said for some ranks only does not count.
  ///
  /// @param party see [Pair#party(Person)]; empty for no private conversations
  /// @param above only ids greater than this
  /// @param below only ids less than this
  List<Recent> recent(
      Collection<ChannelName> channels, String party, long above, long below, int limit);
}
