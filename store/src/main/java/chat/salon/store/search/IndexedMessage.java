package chat.salon.store.search;

import chat.salon.core.ConversationId;
import java.util.List;

/// A message as the index has it.
///
/// @param names under which its speaker is found, folded
/// @param least who may read it: 0 for all, else a bit of [chat.salon.core.Ranks] or lower ones
/// @param hasReaction whether somebody reacted to it
public record IndexedMessage(
    long id,
    ConversationId<?> where,
    List<String> names,
    int least,
    boolean hasReaction,
    String text) {

  boolean hasLink() {
    return text.contains("https://") || text.contains("http://");
  }
}
