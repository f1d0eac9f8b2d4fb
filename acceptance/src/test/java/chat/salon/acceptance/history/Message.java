package chat.salon.acceptance.history;

/// A message as somebody saw it. Ids of one channel sort like the order of its messages; nobody
/// says the same text twice, but when they try again.
public record Message(String channel, String msgid, String author, String text) {}
