package chat.salon.web.talk;

import chat.salon.core.ChannelName;
import chat.salon.core.Pair;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Saving.Kept;
import chat.salon.core.Stamps;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// Lists the messages that one keeps, those that were saved last first.
final class SavedFrame implements ClientFrame {
  private static final int USUAL = 20;

  @Override
  public Spec spec() {
    return Spec.reading(
        Field.of("saved", Shape.FLAG),
        Field.line("before").optional(),
        Field.of("limit", Shape.NUMBER).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var before = fields.optional("before");
    var id = before.map(Stamps::parseMsgid).orElse(OptionalLong.of(Long.MAX_VALUE));
    return id.isEmpty()
        ? Answer.no(new NoSuchMessage(before.orElse("")))
        : list(session, id.getAsLong(), limit(session, fields));
  }

  private static int limit(WebSession session, Fields fields) {
    int most = session.salon().limits().historyPage();
    return Math.clamp(fields.number("limit", USUAL), 1, most);
  }

  private static Answer list(WebSession session, long before, int limit) {
    session.upToDate();
    var saving = session.door().saving();
    var account = session.account().name();
    var page = session.apart(() -> saving.page(session.actor(), account, before, limit));
    var answer = Json.object();
    var list = answer.putArray("messages");
    page.kept().forEach(kept -> list.add(entry(session, kept)));
    return Answer.ok(answer.put("next", page.next() == 0 ? null : Stamps.msgid(page.next())));
  }

  private static ObjectNode entry(WebSession session, Kept kept) {
    var said = kept.message();
    var entry = Json.object();
    switch (said.where()) {
      case ChannelName name -> entry.put("channel", name.shown());
      case Pair pair ->
          entry.put("other_user", Pair.shown(pair.across(Pair.party(session.person()))));
    }
    entry.set("message", EventFrames.of(said, session.person()).getFirst());
    return entry.put("saved_at", EventFrames.time(kept.at()));
  }
}
