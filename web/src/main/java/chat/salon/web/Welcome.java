package chat.salon.web;

import chat.salon.core.Account;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a client is told first.
public final class Welcome {
  private static final int PROTOCOL = 1;

  private Welcome() {}

  /// @param account that the connection is logged in to; null for none
  public static ObjectNode of(WebDoor door, Language language, @Nullable Account account) {
    var frame = Json.object().put("welcome", door.about().name()).put("protocol", PROTOCOL);
    frame.put("version", door.about().version());
    who(frame, account);
    frame
        .put("language", language.tag())
        .put("time", EventFrames.time(door.now()))
        .put("first_channel", door.settings().firstChannel())
        .put("registration", door.accounts().registerOpen() ? "open" : "closed")
        .put("administrator_wanted", door.firstAdministrator().isWanted());
    frame.set("limits", limits(door));
    return frame;
  }

  /// Says in a frame who somebody is: nulls for nobody.
  public static ObjectNode who(ObjectNode frame, @Nullable Account account) {
    if (account == null) {
      return frame.putNull("user").putNull("account").putNull("role");
    }
    var name = account.name().shown();
    return frame.put("user", name).put("account", name).put("role", role(account));
  }

  private static String role(Account account) {
    return account.role().name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode limits(WebDoor door) {
    var limits = door.salon().limits();
    var settings = door.settings();
    return Json.object()
        .put("message_bytes", limits.messageLength())
        .put("topic_bytes", limits.topicLength())
        .put("description_bytes", limits.descriptionLength())
        .put("slow_seconds", limits.slowSeconds())
        .put("history_page", settings.historyPage())
        .put("login_length", limits.nickLength())
        .put("channel_length", limits.channelLength())
        .put("group_members", limits.groupMembers())
        .put("password_min_length", door.accounts().passwordMinLength())
        .put("realname_bytes", limits.realnameLength())
        .put("kick_bytes", limits.kickLength())
        .put("request_characters", limits.requestLength())
        .put("resume_events", settings.resumeEvents());
  }
}
