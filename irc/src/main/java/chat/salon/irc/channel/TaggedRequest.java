package chat.salon.irc.channel;

import chat.salon.core.Event.Said.Form;
import chat.salon.core.ReplyTag;
import chat.salon.core.Stamps;
import chat.salon.core.request.Edit;
import chat.salon.core.request.OnMessage;
import chat.salon.core.request.React;
import chat.salon.irc.LaterLines;
import java.util.Map;
import java.util.Optional;

/// What client-only tags ask about a message that was said before: to edit it (a text with
/// `+draft/edit`), or to react to it (tags alone, `+draft/react` or `+draft/unreact` with a reply
/// tag). Pure.
///
/// @param msgid of the message, as the client wrote it
/// @param request empty when there can be no such message
record TaggedRequest(String msgid, Optional<OnMessage> request) {

  /// Empty when the tags ask nothing of the kind.
  ///
  /// @param text the new one, as it fits
  static Optional<TaggedRequest> of(Form form, String text, Map<String, String> tags) {
    return switch (form) {
      case TAGS ->
          reaction(tags, LaterLines.REACT_TAG, true)
              .or(() -> reaction(tags, LaterLines.UNREACT_TAG, false));
      case MESSAGE, NOTICE ->
          Optional.ofNullable(tags.get(LaterLines.EDIT_TAG))
              .map(msgid -> about(msgid, message -> new Edit(message, text)));
    };
  }

  private static Optional<TaggedRequest> reaction(
      Map<String, String> tags, String name, boolean on) {
    var reaction = tags.get(name);
    // what answers no message of ours is for others to make sense of
    return reaction == null
        ? Optional.empty()
        : ReplyTag.msgid(tags)
            .filter(msgid -> Stamps.parseMsgid(msgid).isPresent())
            .map(msgid -> about(msgid, message -> new React(message, reaction, on)));
  }

  private interface Maker {
    OnMessage of(long message);
  }

  private static TaggedRequest about(String msgid, Maker maker) {
    var message = Stamps.parseMsgid(msgid);
    return new TaggedRequest(
        msgid, message.isPresent() ? Optional.of(maker.of(message.getAsLong())) : Optional.empty());
  }
}
