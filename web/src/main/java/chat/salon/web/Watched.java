package chat.salon.web;

import chat.salon.core.Bonded;
import chat.salon.core.Nick;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Those whose presence a session has asked for, and as what it knows them: it is told when that
/// changes, also of people with whom it shares no channel. Any thread; never waits.
public final class Watched {
  /// How many one session may watch.
  public static final int MOST = 100;

  /// How somebody is who is not here.
  public static final String ABSENT = "disconnected";

  private final WebSession session;
  private final Map<Nick, String> known =
      new LinkedHashMap<>(0, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Nick, String> eldest) {
          return size() > MOST;
        }
      };

  private final Map<Nick, String> kept = new HashMap<>();

  Watched(WebSession session) {
    this.session = session;
  }

  /// How present somebody is, who is watched from now on. Whoever was asked for longest ago is
  /// forgotten when there are too many.
  public String ask(Nick nick) {
    synchronized (known) {
      var now = status(nick);
      known.put(nick, now);
      return now;
    }
  }

  /// Watches somebody for as long as they are anything to the session's account, beside all others.
  public void keep(Bonded one) {
    synchronized (known) {
      var nick = Nick.trusted(one.other().shown());
      if (one.isSomething()) {
        kept.put(nick, status(nick));
      } else {
        kept.remove(nick);
      }
    }
  }

  /// Tells what has changed since the last time.
  void sweep() {
    synchronized (known) {
      known.replaceAll((nick, before) -> kept.containsKey(nick) ? before : told(nick, before));
      kept.replaceAll(this::told);
    }
  }

  private String told(Nick nick, String before) {
    var now = status(nick);
    if (!now.equals(before)) {
      session.tell(Json.object().put("status", now).put("user", nick.shown()));
    }
    return now;
  }

  private String status(Nick nick) {
    return session
        .salon()
        .people()
        .directory()
        .find(nick)
        .filter(session::maySee)
        .map(EventFrames::status)
        .orElse(ABSENT);
  }
}
