package chat.salon.core;

import java.time.Instant;

/// One mask of a list.
///
/// @param by the mask of who set it, as shown then
public record ListEntry(Mask mask, String by, Instant at) {}
