package chat.salon.web;

import chat.salon.core.Activity.Fresh;
import chat.salon.core.Stamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// How much of what concerns a session's person is new, as its client was told last: it is told
/// again when that changes, from when it first asked. Belongs to the session's turn, but for
/// [#isShown].
public final class Badge {
  private final WebSession session;
  private volatile @Nullable Fresh told;

  Badge(WebSession session) {
    this.session = session;
  }

  /// Whether the client was told of something new, which may be gone by now. Any thread.
  boolean isShown() {
    var last = told;
    return last != null && last.count() > 0;
  }

  /// Tells the client, if it wants to know and does not yet. Waits for the store.
  void tell() {
    if (told != null && session.isLoggedIn()) {
      var before = told;
      var now = look();
      if (!now.equals(before)) {
        session.tell(frame(now));
      }
    }
  }

  /// Its person has read something, so that what is new may be less.
  public void read() {
    if (isShown()) {
      tell();
    }
  }

  /// What it is now, for a client that asks. Waits for the store.
  public Fresh look() {
    var activity = session.door().activity();
    var account = session.account().name();
    var now = session.apart(() -> activity.fresh(session.actor(), account));
    told = now;
    return now;
  }

  /// As frames say it.
  public static ObjectNode frame(Fresh fresh) {
    return Json.object()
        .put("new_activity", fresh.count())
        .put("newest", fresh.newest() == 0 ? null : Stamps.msgid(fresh.newest()));
  }
}
