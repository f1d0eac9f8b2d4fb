package chat.salon.acceptance;

/// The capabilities that a client is offered.
final class Offered {
  private Offered() {}

  /// All lines of the answer to CAP LS, which has been sent; nothing else was said before it.
  static String by(IrcClient client) {
    var all = new StringBuilder();
    for (var line = client.next(); ; line = client.next()) {
      all.append(line.param(line.size() - 1)).append(' ');
      if (!line.param(2).equals("*") || line.size() < 4) {
        return all.toString();
      }
    }
  }

  /// The same in a WebSocket.
  static String by(WebSocketClient client) {
    var all = new StringBuilder();
    for (var line = client.until(" LS "); ; line = client.until(" LS ")) {
      all.append(line.substring(line.indexOf(" LS "))).append(' ');
      if (!line.contains(" LS * ")) {
        return all.toString();
      }
    }
  }
}
