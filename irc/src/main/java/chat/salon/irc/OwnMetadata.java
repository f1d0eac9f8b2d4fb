package chat.salon.irc;

import chat.salon.core.Metadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one connection has to do with metadata: the keys of which it is told, what it said of
/// itself before it was let in, and how much it has changed lately. Changed on the session's turn;
/// the keys are read on any thread.
public final class OwnMetadata {
  private final IrcSession session;
  private volatile Set<String> keys = Set.of();
  private Metadata early = Metadata.NONE;
  private Instant since = Instant.EPOCH;
  private int changes;

  OwnMetadata(IrcSession session) {
    this.session = session;
  }

  /// The keys of which it is told, in the order in which it asked.
  public Set<String> keys() {
    return keys;
  }

  /// Whether it is told of any.
  boolean isSubscribed() {
    return !keys.isEmpty();
  }

  /// Tells it of a key from now on.
  ///
  /// @return whether there was room
  public boolean subscribe(String key) {
    if (keys.contains(key)) {
      return true;
    }
    if (keys.size() >= session.door().metadata().subscriptions()) {
      return false;
    }
    var now = new LinkedHashSet<>(keys);
    now.add(key);
    keys = Collections.unmodifiableSet(now);
    return true;
  }

  /// Tells it of a key no more.
  public void unsubscribe(String key) {
    var now = new LinkedHashSet<>(keys);
    if (now.remove(key)) {
      keys = Collections.unmodifiableSet(now);
    }
  }

  /// Tells it of nothing any more.
  public void unsubscribeAll() {
    keys = Set.of();
  }

  /// What this person says of themselves now, or said before they were let in.
  public Metadata said() {
    return session.isRegistered() ? Metadata.of(session.person(), session.door().now()) : early;
  }

  /// Says something; before it is let in, that waits for [#settle].
  ///
  /// @param value null for nothing
  public void say(String key, @Nullable String value) {
    if (!session.isRegistered()) {
      early = early.with(key, value);
      return;
    }
    session.awaiting(() -> {
      session.salon().people().appearance().say(session.presence(), session, key, value);
      return true;
    });
  }

  /// Says what was said before it was let in; then.
  public void settle() {
    var said = early;
    early = Metadata.NONE;
    said.values().forEach(this::say);
  }

  /// Counts a change.
  ///
  /// @return the seconds to wait before it may be made; 0 when it may be made now
  public long wait(Instant now) {
    var settings = session.door().metadata();
    if (settings.changes() == 0) {
      return 0;
    }
    var end = since.plusSeconds(settings.changeSeconds());
    if (!now.isBefore(end)) {
      since = now;
      changes = 0;
      end = now.plusSeconds(settings.changeSeconds());
    }
    if (changes >= settings.changes()) {
      return Math.max(1, Duration.between(now, end).toSeconds());
    }
    changes++;
    return 0;
  }
}
