package chat.salon.core.port;

/// What is new for an account in a conversation. Messages and notices of others count; what is for
/// some ranks only, and what was redacted, does not.
///
/// @param marker the id up to which it has been read; 0 for not at all
/// @param messages after that, and after the account came; no more than were asked for
/// @param mentions of the account among them, as bounded
/// @param first the id of the first of the messages; 0 for none
public record Unread(long marker, int messages, int mentions, long first) {}
