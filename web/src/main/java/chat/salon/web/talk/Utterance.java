package chat.salon.web.talk;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Event.Said.Form;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.ReplyTag;
import chat.salon.core.Stamps;
import chat.salon.web.Answer;
import chat.salon.web.EventFrames;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Problem;
import chat.salon.web.WebSession;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Something that somebody is about to say.
///
/// @param text with line feeds only
record Utterance(Form form, String text, Map<String, String> tags) {
  /// What a frame says; empty when it is nothing, or too much.
  static Optional<Utterance> of(WebSession session, Fields fields, String key) {
    var text = fields.text(key).replace("\r\n", "\n").replace('\r', '\n').strip();
    int most = session.salon().limits().messageLength();
    if (text.isEmpty() || text.getBytes(UTF_8).length > most) {
      return Optional.empty();
    }
    var reply = fields.optional("reply_to").map(Stamps::parseMsgid).orElse(OptionalLong.empty());
    Map<String, String> tags = reply.isPresent() ? ReplyTag.of(reply.getAsLong()) : Map.of();
    return Optional.of(
        new Utterance(fields.flag("notice") ? Form.NOTICE : Form.MESSAGE, text, tags));
  }

  /// Why there is none.
  static Answer empty(WebSession session) {
    int most = session.salon().limits().messageLength();
    return Answer.no(
        Problem.of(
            "bad_text",
            400,
            "Un message a au moins un caractère et au plus " + most + " octets.",
            "A message has at least one character and at most " + most + " bytes."));
  }

  /// What its speaker is told.
  Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Refused(var why) -> Answer.no(why);
      case Done(var events, _) -> {
        var stamp = events.getFirst().stamp();
        yield Answer.ok(
            Json.object()
                .put("msgid", stamp.msgid())
                .put("seq", stamp.seq())
                .put("time", EventFrames.time(stamp.time())));
      }
    };
  }
}
