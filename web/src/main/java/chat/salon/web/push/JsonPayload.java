package chat.salon.web.push;

import chat.salon.core.ChannelName;
import chat.salon.core.push.Notice;
import chat.salon.core.push.PushPayload;
import chat.salon.web.Json;

/// What the web app is told. Without leave for more it is which conversation there is something new
/// in: the app needs that to open it.
public final class JsonPayload implements PushPayload {
  private static final int LONGEST = 500;

  @Override
  public byte[] of(Notice notice, boolean showsText) {
    return switch (notice) {
      case Notice.Trial _ -> Json.bytes(Json.object().put("push", "trial"));
      case Notice.Message message -> message(message, showsText);
      case Notice.JoinAsked(_, var where, var asker, var message) -> {
        var frame = Json.object().put("push", "join_request").put("channel", where.shown());
        if (showsText) {
          frame.put("user", asker.shown()).put("text", shortened(message));
        }
        yield Json.bytes(frame);
      }
      case Notice.FriendAsked(_, var asker) -> {
        var frame = Json.object().put("push", "friend_request");
        yield Json.bytes(showsText ? frame.put("user", asker.shown()) : frame);
      }
    };
  }

  private static byte[] message(Notice.Message message, boolean showsText) {
    var said = message.said();
    var frame = Json.object().put("push", "message").put("unread", message.unread());
    if (said.where() instanceof ChannelName name) {
      frame.put("channel", name.shown());
    } else {
      frame.put("other_user", said.by().nick().shown());
    }
    if (showsText) {
      frame.put("user", said.by().displayName()).put("text", shortened(said.text()));
    }
    return Json.bytes(frame);
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + '…';
  }
}
