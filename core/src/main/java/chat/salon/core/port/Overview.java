package chat.salon.core.port;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import org.jspecify.annotations.Nullable;

/// A conversation in somebody's list of them.
///
/// @param seq of its newest event
/// @param newest its newest message that they may read; null for none
public record Overview(ConversationId<?> where, long seq, Unread unread, @Nullable Event newest) {}
