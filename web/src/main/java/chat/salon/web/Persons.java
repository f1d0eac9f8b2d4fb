package chat.salon.web;

import chat.salon.core.Person;
import chat.salon.core.account.Profile;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// How people look in answers. Pure.
public final class Persons {
  private Persons() {}

  /// Somebody who is connected.
  public static ObjectNode shown(Person who) {
    return Json.object()
        .put("user", EventFrames.nick(who))
        .put("account", EventFrames.account(who))
        .put("display_name", who.displayName())
        .put("status", EventFrames.status(who))
        .put("away", who.away())
        .set("custom_status", EventFrames.customStatus(who))
        .put("role", who.standing().role().name().toLowerCase(Locale.ROOT))
        .put("bot", who.standing().bot());
  }

  /// Whether a session is shown that somebody is connected. Never waits for the store.
  public static boolean isVisible(WebSession session, Person who) {
    return session.maySee(who);
  }

  /// Somebody who is not.
  public static ObjectNode absent(Profile account) {
    var name = account.name().shown();
    return Json.object()
        .put("user", name)
        .put("account", name)
        .put("display_name", account.shown())
        .put("status", "disconnected")
        .putNull("away")
        .putNull("custom_status")
        .put("role", account.role().name().toLowerCase(Locale.ROOT))
        .put("bot", account.bot());
  }
}
