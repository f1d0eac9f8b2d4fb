package chat.salon.irc;

import chat.salon.wire.Line;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Whether a client is still there: asks after a silence, and closes when no answer comes. On the
/// event loop.
final class Pulse {
  private final IrcSession session;
  private final long born = System.nanoTime();
  private volatile long lastHeard = born;
  private long askedAt;
  private volatile boolean isAsked;

  Pulse(IrcSession session) {
    this.session = session;
  }

  void heard() {
    lastHeard = System.nanoTime();
    isAsked = false;
  }

  /// For how long it has said nothing, in nanoseconds. Any thread.
  long silence() {
    return System.nanoTime() - lastHeard;
  }

  /// Whether it is not known to be there still. Any thread.
  boolean isDoubtful() {
    return isAsked;
  }

  void sweep(long now) {
    var settings = session.settings();
    if (!session.isRegistered()) {
      if (hasPassed(settings.registrationSeconds(), now - born)) {
        session.close("Registration timed out");
      }
      return;
    }
    if (isAsked) {
      if (hasPassed(settings.pongSeconds(), now - askedAt)) {
        session.close(
            "Ping timeout: " + TimeUnit.NANOSECONDS.toSeconds(now - lastHeard) + " seconds");
      }
    } else if (hasPassed(settings.pingSeconds(), now - lastHeard)) {
      isAsked = true;
      askedAt = now;
      session.tell(List.of(Line.of(null, "PING", session.serverName())));
    }
  }

  private static boolean hasPassed(int seconds, long nanos) {
    return seconds > 0 && nanos >= TimeUnit.SECONDS.toNanos(seconds);
  }
}
