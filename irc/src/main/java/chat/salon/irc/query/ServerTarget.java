package chat.salon.irc.query;

import chat.salon.core.Glob;
import chat.salon.core.Mask;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Sight;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import org.jspecify.annotations.Nullable;

/// The server that a query names: by its name, a pattern of it, or the nick of somebody on it.
final class ServerTarget {
  private ServerTarget() {}

  /// 402 (ERR_NOSUCHSERVER) when that is no server of this network; null when it is.
  ///
  /// @param target empty for the one that is asked
  static @Nullable Line refusal(IrcSession session, String target) {
    return target.isEmpty() || isHere(session, target)
        ? null
        : session.numeric("402", Words.named(target), "No such server");
  }

  private static boolean isServer(IrcSession session, String mask) {
    return Glob.matches(mask, session.serverName())
        || Servers.all(session).stream().anyMatch(server -> Glob.matches(mask, server.name()));
  }

  private static boolean isHere(IrcSession session, String target) {
    return (Mask.isMask(target) && isServer(session, target))
        || Sight.find(session, target).isPresent();
  }
}
