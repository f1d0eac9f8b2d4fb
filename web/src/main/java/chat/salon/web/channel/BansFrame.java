package chat.salon.web.channel;

import chat.salon.core.ChannelState;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import tools.jackson.databind.node.ObjectNode;

/// Tells who is banned from a channel, until when and why.
final class BansFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.line("bans"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("bans"),
        name ->
            session
                .look(name)
                .or(() -> session.apart(() -> session.salon().find(session.actor(), name)))
                .map(channel -> Answer.ok(bans(channel)))
                .orElseGet(() -> Answer.no(new NoSuchChannel(name.shown()))));
  }

  private static ObjectNode bans(ChannelState channel) {
    var answer = Json.object();
    var bans = channel.list(ListKind.BAN).stream().map(BansFrame::ban).toList();
    answer.set("bans", Json.array(bans));
    return answer;
  }

  private static ObjectNode ban(ListEntry ban) {
    var until = ban.until();
    return Json.object()
        .put("mask", ban.mask().pattern())
        .put("by", ban.by())
        .put("since", EventFrames.time(ban.at()))
        .put("until", until == null ? null : EventFrames.time(until))
        .put("reason", ban.reason());
  }
}
