package chat.salon.core.port;

import chat.salon.core.ConversationId;

/// A conversation and its newest message.
///
/// @param id of the newest message in the range that was asked for
public record Recent(ConversationId<?> where, long id) {}
