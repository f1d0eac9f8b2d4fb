package chat.salon.irc;

import chat.salon.wire.Line;
import java.util.Arrays;
import java.util.List;

/// How a service speaks to one session.
///
/// @param service its nick
public record Voice(IrcSession session, String service) {

  /// The host of services, as their `nick!user@host` shows it.
  public static String host(IrcSession session) {
    return host(session.serverName());
  }

  /// The same of a server.
  static String host(String server) {
    return "services." + server;
  }

  /// A notice for each text.
  public Reply says(String... texts) {
    return says(Arrays.asList(texts));
  }

  /// A notice for each text.
  public Reply says(List<String> texts) {
    var source = service + '!' + service + '@' + host(session);
    return Reply.of(
        texts.stream().map(text -> Line.of(source, "NOTICE", session.nick(), text)).toList());
  }
}
