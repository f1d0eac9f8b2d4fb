package chat.salon.acceptance;

/// What the tests of what becomes of messages have in common.
final class Messages {
  /// Everything that tells of it.
  static final String[] CAPS = {
    "batch",
    "draft/chathistory",
    "draft/message-redaction",
    "echo-message",
    "message-tags",
    "server-time",
    "standard-replies"
  };

  private Messages() {}

  /// Says something, which all of these hear; returns its id.
  static String said(IrcClient by, String target, String text, IrcClient... hearers) {
    by.send("PRIVMSG " + target + " :" + text);
    var line = ":" + by.nick() + " PRIVMSG " + target + " :" + text;
    for (var hearer : hearers) {
      hearer.expect(line);
    }
    return by.expect(line).tags().get("msgid");
  }
}
