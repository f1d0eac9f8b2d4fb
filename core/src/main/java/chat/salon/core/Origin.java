package chat.salon.core;

import org.jspecify.annotations.Nullable;

/// The session whose request led to an event. Travels with the delivery and is not kept.
///
/// @param session see [Session#id()]
/// @param label by which that session knows its request; null when it gave none
public record Origin(long session, @Nullable String label) {}
