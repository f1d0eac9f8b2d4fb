package chat.salon.web.talk;

import chat.salon.core.Activity.Noticed;
import chat.salon.core.ChannelName;
import chat.salon.core.Excerpt;
import chat.salon.core.Pair;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Stamps;
import chat.salon.core.port.ActivityInbox.Kind;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Lists what concerns one, newest first: mentions, replies and reactions.
final class ActivityFrame implements ClientFrame {
  private static final Map<String, Kind> KINDS =
      Stream.of(Kind.values())
          .collect(Collectors.toUnmodifiableMap(ActivityFrame::word, kind -> kind));

  @Override
  public Spec spec() {
    return Spec.reading(
        Field.of("activity", Shape.FLAG),
        Field.of("kinds", Shape.LINES).optional(),
        Field.line("before").optional(),
        Field.of("limit", Shape.NUMBER).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var kinds = fields.texts("kinds");
    if (!KINDS.keySet().containsAll(kinds)) {
      return Answer.no(
          Problems.badFrame(
              "kinds",
              "« kinds » ne peut contenir que mention, reply et reaction.",
              "\"kinds\" has no others than mention, reply and reaction."));
    }
    var before = fields.optional("before");
    var id = before.map(Stamps::parseMsgid).orElse(OptionalLong.of(Long.MAX_VALUE));
    return id.isEmpty()
        ? Answer.no(new NoSuchMessage(before.orElse("")))
        : list(session, kinds(kinds), id.getAsLong(), limit(session, fields));
  }

  private static Set<Kind> kinds(List<String> words) {
    var kinds = EnumSet.noneOf(Kind.class);
    words.forEach(word -> kinds.add(KINDS.get(word)));
    return kinds;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static int limit(WebSession session, Fields fields) {
    int most = session.salon().limits().activityPage();
    return Math.clamp(fields.number("limit", most), 1, most);
  }

  private static Answer list(WebSession session, Set<Kind> kinds, long before, int limit) {
    session.upToDate();
    var activity = session.door().activity();
    var account = session.account().name();
    var page = session.apart(() -> activity.page(session.actor(), account, kinds, before, limit));
    var answer = Json.object();
    var list = answer.putArray("activity");
    page.noticed().forEach(noticed -> list.add(entry(session, noticed)));
    return Answer.ok(answer.put("next", page.next() == 0 ? null : Stamps.msgid(page.next())));
  }

  private static ObjectNode entry(WebSession session, Noticed noticed) {
    var one = noticed.entry();
    var said = one.message();
    var entry = Json.object().put("kind", word(one.kind())).put("event", Stamps.msgid(one.id()));
    switch (said.where()) {
      case ChannelName name -> entry.put("channel", name.shown());
      case Pair pair ->
          entry.put("other_user", Pair.shown(pair.across(Pair.party(session.person()))));
    }
    return entry
        .put("msgid", said.stamp().msgid())
        .put("user", one.by().nick().shown())
        .put("account", EventFrames.account(one.by()))
        .put("display_name", one.by().displayName())
        .put("time", EventFrames.time(Stamps.time(one.id())))
        .put("excerpt", Excerpt.of(said.text(), session.salon().limits().activityExcerpt()))
        .put("reaction", one.reaction().isEmpty() ? null : one.reaction())
        .put("new", noticed.isNew());
  }
}
