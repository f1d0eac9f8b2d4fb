package chat.salon.web.talk;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Stamps;
import chat.salon.core.port.Page;
import chat.salon.web.Answer;
import chat.salon.web.EventFrames;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Problems;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A page of a conversation that somebody asks for.
///
/// @param direction `latest`, `before`, `after`, `around` or `unread`
/// @param below the moment as what came before it sees it
/// @param above the moment as what came after it sees it
record History(
    String direction, boolean hasMoment, long below, long above, int limit, boolean messagesOnly) {

  static History of(WebSession session, Fields fields) {
    int most = session.door().settings().historyPage();
    int limit = Texts.within(fields.number("limit", most), 1, most);
    var direction = fields.text("history");
    boolean messagesOnly = !fields.flag("events");
    var id = fields.optional("msgid").map(Stamps::parseMsgid).orElse(OptionalLong.empty());
    if (id.isPresent()) {
      return new History(direction, true, id.getAsLong(), id.getAsLong(), limit, messagesOnly);
    }
    var time = fields.time("time");
    return time.map(moment ->
            new History(
                direction,
                !fields.has("msgid"),
                Stamps.at(moment),
                Math.max(0, Stamps.at(moment.plusMillis(1)) - 1),
                limit,
                messagesOnly))
        .orElseGet(() -> new History(direction, false, 0, 0, limit, messagesOnly));
  }

  /// Reads it.
  Answer read(WebSession session, ConversationId<?> where) {
    session.upToDate();
    return switch (direction) {
      case "latest" -> newest(session, where, Long.MAX_VALUE);
      case "unread" -> unread(session, where);
      case "before" -> hasMoment ? newest(session, where, below) : noMoment();
      case "after" -> hasMoment ? oldest(session, where) : noMoment();
      case "around" -> hasMoment ? around(session, where) : noMoment();
      default ->
          Answer.no(
              Problems.badFrame(
                  "history",
                  "« history » est latest, before, after, around ou unread.",
                  "\"history\" is latest, before, after, around or unread."));
    };
  }

  private static Answer noMoment() {
    return Answer.no(
        Problems.badFrame(
            "msgid",
            "Il faut « msgid », tel que ce serveur l'a donné, ou « time ».",
            "It takes \"msgid\", as this server gave it, or \"time\"."));
  }

  private Answer newest(WebSession session, ConversationId<?> where, long before) {
    return pages(session, where)
        .read(new Range(0, before, limit + 1, true))
        .map(events -> {
          boolean more = events.size() > limit;
          return answer(
              session,
              more ? events.subList(1, events.size()) : events,
              more,
              before < Long.MAX_VALUE);
        })
        .orElseGet(() -> refused(session, where));
  }

  private Answer oldest(WebSession session, ConversationId<?> where) {
    return pages(session, where)
        .read(new Range(above, Long.MAX_VALUE, limit + 1, false))
        .map(events -> {
          boolean more = events.size() > limit;
          return answer(session, more ? events.subList(0, limit) : events, true, more);
        })
        .orElseGet(() -> refused(session, where));
  }

  // Around the first that is unread, if there is one.
  private Answer unread(WebSession session, ConversationId<?> where) {
    long first =
        session.apart(() -> session.salon().reading().unread(session.presence(), where)).first();
    return first == 0
        ? newest(session, where, Long.MAX_VALUE)
        : new History(direction, true, first, first, limit, messagesOnly).around(session, where);
  }

  // Half of them from the moment on, and the other half from before it.
  private Answer around(WebSession session, ConversationId<?> where) {
    int half = (limit + 1) / 2;
    var newer = pages(session, where).read(new Range(below - 1, Long.MAX_VALUE, half + 1, false));
    var older = pages(session, where).read(new Range(0, below, limit - half + 1, true));
    if (newer.isEmpty() || older.isEmpty()) {
      return refused(session, where);
    }
    boolean moreAfter = newer.get().size() > half;
    boolean moreBefore = older.get().size() > limit - half;
    var events =
        new ArrayList<>(moreBefore ? older.get().subList(1, older.get().size()) : older.get());
    events.addAll(moreAfter ? newer.get().subList(0, half) : newer.get());
    return answer(session, events, moreBefore, moreAfter);
  }

  private static Answer answer(
      WebSession session, List<Event> events, boolean before, boolean after) {
    var answer = Json.object();
    var reader = session.person();
    answer.set(
        "messages",
        Json.array(
            events.stream().flatMap(event -> EventFrames.of(event, reader).stream()).toList()));
    return Answer.ok(answer.put("more_before", before).put("more_after", after));
  }

  // ---- The log ----

  private record Range(long above, long below, int limit, boolean newest) {}

  /// Where pages come from; empty when they may not be read.
  private interface Pages {
    Optional<List<Event>> read(Range range);
  }

  private Pages pages(WebSession session, ConversationId<?> where) {
    return range ->
        switch (ask(session, where, range)) {
          case Done(var events, _) -> Optional.of(events);
          case Refused _ -> Optional.empty();
        };
  }

  private Outcome ask(WebSession session, ConversationId<?> where, Range range) {
    var page =
        new Page(
            where, range.above(), range.below(), range.limit(), range.newest(), messagesOnly, null);
    return session.apart(() -> session.salon().history().read(session.actor(), page));
  }

  private Answer refused(WebSession session, ConversationId<?> where) {
    return session.answer(ask(session, where, new Range(0, 1, 1, true)));
  }
}
