package chat.salon.web;

import chat.salon.core.Aftermath;
import chat.salon.core.Aftermath.Reactor;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Pair;
import chat.salon.core.Stamps;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// How what people say looks as frames. Pure, any thread.
final class SaidFrames {
  private static final String TYPING = "+typing";

  private SaidFrames() {}

  static List<ObjectNode> of(Said said) {
    if (said.form() == Form.TAGS) {
      return said.tags().containsKey(TYPING) ? List.of(typing(said)) : List.of();
    }
    return List.of(message(said));
  }

  private static ObjectNode message(Said said) {
    var frame = Json.object();
    frame.put(isPrivate(said) ? "private_message" : "channel_message", said.text());
    frame.put("user", EventFrames.nick(said.by()));
    place(said, frame);
    EventFrames.stamped(said.stamp(), frame);
    var account = EventFrames.account(said.by());
    if (account != null) {
      frame.put("account", account);
    }
    frame.put("display_name", said.by().displayName());
    said.replyTo().ifPresent(id -> frame.put("reply_to", Stamps.msgid(id)));
    aftermath(said.aftermath(), frame);
    var previews = said.previews();
    if (!previews.isEmpty()) {
      frame.set("previews", PreviewJson.of(previews));
    }
    if (said.form() == Form.NOTICE) {
      frame.put("notice", true);
    }
    if (said.by().standing().bot()) {
      frame.put("bot", true);
    }
    var least = said.least();
    if (least != null && !isPrivate(said)) {
      frame.put("to_rank", least.name().toLowerCase(Locale.ROOT));
    }
    return frame;
  }

  // The log leaves out what is no more than the nick.
  private static void aftermath(Aftermath after, ObjectNode frame) {
    var edited = after.edited();
    if (edited != null) {
      frame.put("edited", EventFrames.time(edited));
    }
    if (after.isRedacted()) {
      frame.put("deleted", true);
    }
    if (!after.reactions().isEmpty()) {
      var reactions = frame.putObject("reactions");
      after
          .reactions()
          .forEach((reaction, who) ->
              reactions.set(reaction, Json.texts(who.stream().map(Reactor::nick).toList())));
    }
  }

  private static ObjectNode typing(Said said) {
    var frame = Json.object().put("typing", !"done".equals(said.tags().get(TYPING)));
    frame.put("user", EventFrames.nick(said.by()));
    return place(said, frame);
  }

  private static ObjectNode place(Said said, ObjectNode frame) {
    return EventFrames.place(said.where(), said.target(), frame);
  }

  private static boolean isPrivate(Said said) {
    return said.where() instanceof Pair;
  }
}
