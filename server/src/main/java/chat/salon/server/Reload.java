package chat.salon.server;

import chat.salon.server.Schema.Part;
import java.util.List;
import java.util.Set;

/// What a running server takes of a new configuration: all but what it was built with.
final class Reload {
  /// Sections, and keys of others, that hold until the next start.
  static final Set<String> AT_START =
      Set.of(
          "server.data",
          "server.name",
          "server.casemapping",
          "irc.listen",
          "irc.listen_tls",
          "irc.loops",
          "cloak",
          "websocket.listen",
          "websocket.listen_tls",
          "web.listen",
          "web.listen_tls",
          "web.loops",
          "web.message_bytes",
          "web.session_idle",
          "web.session_absolute",
          "web.sessions_per_account",
          "web.tokens_per_account",
          "web.token_days",
          "limits.whowas",
          "accounts",
          "oauth",
          "store",
          "search",
          "push",
          "hooks",
          "cluster",
          "metrics");

  private Reload() {}

  static boolean isAtStart(Key key) {
    return AT_START.contains(key.section()) || AT_START.contains(key.path());
  }

  /// The new configuration, with the old values of what holds until the next start.
  static Configuration merge(Configuration old, Configuration fresh) {
    return Schema.configuration(part -> merge(part, old, fresh));
  }

  private static Object merge(Part part, Configuration old, Configuration fresh) {
    return part.make(key -> part.value(isAtStart(key) ? old : fresh, key));
  }

  /// The paths of the keys whose values differ.
  static List<String> differences(Configuration one, Configuration other) {
    return Schema.KEYS.stream()
        .filter(key -> !Schema.value(one, key).equals(Schema.value(other, key)))
        .map(Key::path)
        .toList();
  }
}
