package chat.salon.core;

import java.time.Instant;

/// What a channel is about.
///
/// @param text never empty: no topic is null where a topic is kept
/// @param by the mask of who set it, as shown then
public record Topic(String text, String by, Instant at) {}
