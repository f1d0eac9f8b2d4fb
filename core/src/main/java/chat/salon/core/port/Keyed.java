package chat.salon.core.port;

/// An event that can be found again by the key of the request that led to it.
///
/// @param id of the event
/// @param party of who asked, see [chat.salon.core.Pair#party(chat.salon.core.Person)]: each has
///   keys of their own
/// @param key see [chat.salon.core.IdempotencyKey]
public record Keyed(long id, String party, String key) {}
