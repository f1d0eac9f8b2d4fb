package chat.salon.irc.channel;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Stamps;
import chat.salon.core.port.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a CHATHISTORY asks for (IRCv3 draft/chathistory). Pure.
sealed interface HistoryQuery {

  /// What stands for a moment, once read.
  sealed interface Reference permits Moment, Wrong {}

  /// A moment in a conversation, by a msgid or a timestamp: what came before it has an id below
  /// `before`, what came after it one above `after`.
  record Moment(long before, long after) implements Reference {
    /// Before everything.
    static final Moment BEGINNING = new Moment(0, 0);

    static Moment of(long msgid) {
      return new Moment(msgid, msgid);
    }

    /// All that happened in this millisecond.
    static Moment of(Instant time) {
      return new Moment(Stamps.at(time), Math.max(0, Stamps.at(time.plusMillis(1)) - 1));
    }
  }

  /// Which messages, seen from one moment or two.
  enum Direction {
    BEFORE,
    AFTER,
    LATEST,
    AROUND,
    BETWEEN
  }

  /// Messages of one conversation.
  ///
  /// @param second of BETWEEN; the same as the first for the others
  record Messages(Direction direction, String target, Moment first, Moment second, int limit)
      implements HistoryQuery {

    /// Reads them, oldest first; empty when the log refuses.
    ///
    /// @param log gives a page of the conversation, if it may be read
    Optional<List<Event>> read(ConversationId<?> where, boolean messagesOnly, Log log) {
      var pages = new Pages(where, messagesOnly);
      return switch (direction) {
        case BEFORE -> log.read(pages.newest(0, first.before(), limit));
        case AFTER -> log.read(pages.oldest(first.after(), Long.MAX_VALUE, limit));
        case LATEST -> log.read(pages.newest(first.after(), Long.MAX_VALUE, limit));
        case BETWEEN ->
            first.before() <= second.before()
                ? log.read(pages.oldest(first.after(), second.before(), limit))
                : log.read(pages.newest(second.after(), first.before(), limit));
        case AROUND -> around(pages, log);
      };
    }

    // Half of them from the moment on, and what is left of the limit from before it.
    private Optional<List<Event>> around(Pages pages, Log log) {
      return log.read(pages.oldest(first.before() - 1, Long.MAX_VALUE, limit - limit / 2))
          .flatMap(newer -> {
            int left = limit - newer.size();
            return left == 0
                ? Optional.of(newer)
                : log.read(pages.newest(0, first.before(), left))
                    .map(older -> Stream.concat(older.stream(), newer.stream()).toList());
          });
    }
  }

  /// Where pages come from.
  interface Log {
    Optional<List<Event>> read(Page page);
  }

  /// Pages of one conversation.
  record Pages(ConversationId<?> where, boolean messagesOnly) {
    Page newest(long above, long below, int limit) {
      return new Page(where, above, below, limit, true, messagesOnly, null);
    }

    Page oldest(long above, long below, int limit) {
      return new Page(where, above, below, limit, false, messagesOnly, null);
    }
  }

  /// The conversations whose newest message is between two moments.
  record Targets(Moment first, Moment second, int limit) implements HistoryQuery {
    /// Whether those nearest the end of the time are asked for first.
    boolean isBackwards() {
      return first.before() > second.before();
    }

    Moment earlier() {
      return isBackwards() ? second : first;
    }

    Moment later() {
      return isBackwards() ? first : second;
    }
  }

  /// Nothing that could be asked for: `FAIL CHATHISTORY <code> <context> :<text>`.
  record Wrong(String code, List<String> context, String text) implements HistoryQuery, Reference {}
}
