package chat.salon.acceptance.history;

import org.jspecify.annotations.Nullable;

/// How far a client has read a channel, over all of its sessions: where the next one has to go on.
/// Not for several threads at once.
public final class Place {
  private @Nullable String last;
  private @Nullable String ahead;
  private boolean isCatchingUp;

  /// The last message that was heard without a gap before it; null when there is none.
  public @Nullable String last() {
    return last;
  }

  /// Whether the history is being read: what is heard live meanwhile is ahead of it.
  public boolean isCatchingUp() {
    return isCatchingUp;
  }

  /// A new session is in the channel; it has to read the history if something was heard before.
  public void began() {
    isCatchingUp = last != null;
    ahead = null;
  }

  /// A message came of itself.
  public void live(String msgid) {
    if (isCatchingUp) {
      ahead = later(ahead, msgid);
    } else {
      last = later(last, msgid);
    }
  }

  /// A message came from the history.
  public void replayed(String msgid) {
    last = later(last, msgid);
  }

  /// All of the history was read.
  public void caughtUp() {
    isCatchingUp = false;
    if (ahead != null) {
      last = later(last, ahead);
    }
  }

  /// What follows does not go on from here.
  public void forget() {
    last = null;
    began();
  }

  private static String later(@Nullable String one, String other) {
    return one == null || one.compareTo(other) < 0 ? other : one;
  }
}
