package chat.salon.irc;

import chat.salon.core.Nick;
import chat.salon.core.Person;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who monitors which nicks, of the connections to this node. Any thread, never waits.
final class Watchers {
  private final Map<Nick, Set<IrcSession>> byNick = new ConcurrentHashMap<>();

  void add(Nick nick, IrcSession session) {
    byNick.compute(
        nick,
        (_, sessions) -> {
          var all = sessions == null ? ConcurrentHashMap.<IrcSession>newKeySet() : sessions;
          all.add(session);
          return all;
        });
  }

  void remove(Nick nick, IrcSession session) {
    byNick.computeIfPresent(
        nick,
        (_, sessions) -> {
          sessions.remove(session);
          return sessions.isEmpty() ? null : sessions;
        });
  }

  /// Somebody came, changed or went: tells those who monitor them.
  ///
  /// @param before null when they came
  /// @param now null when they went
  void changed(@Nullable Person before, @Nullable Person now) {
    if (byNick.isEmpty()) {
      return;
    }
    if (before != null) {
      tell(before.nick(), before, now);
    }
    if (now != null && (before == null || !before.nick().equals(now.nick()))) {
      tell(now.nick(), before, now);
    }
  }

  private void tell(Nick nick, @Nullable Person before, @Nullable Person now) {
    for (var session : byNick.getOrDefault(nick, Set.of())) {
      session.loop().run(() -> session.monitoredChanged(nick, before, now));
    }
  }
}
