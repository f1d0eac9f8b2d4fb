package chat.salon.acceptance.history;

import chat.salon.acceptance.history.Entry.Began;
import chat.salon.acceptance.history.Entry.CaughtUp;
import chat.salon.acceptance.history.Entry.Ended;
import chat.salon.acceptance.history.Entry.Fault;
import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Held;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Entry.Kicked;
import chat.salon.acceptance.history.Entry.Result;
import chat.salon.acceptance.history.Entry.Run;
import chat.salon.acceptance.history.Entry.Sent;
import chat.salon.acceptance.history.Entry.Settled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who tried to say what, and who saw it: the log, sorted by text and by msgid.
final class Sightings {
  private final Map<String, List<Sent>> attempts = new LinkedHashMap<>();
  private final Map<String, List<Entry>> seen = new HashMap<>();
  private final Map<String, Long> known = new HashMap<>();

  Sightings(List<Entry> log) {
    for (var entry : log) {
      switch (entry) {
        case Sent sent -> {
          attempts.computeIfAbsent(sent.text(), _ -> new ArrayList<>()).add(sent);
          if (sent.result() == Result.OK && sent.msgid() != null) {
            known.merge(sent.msgid(), sent.returned(), Math::min);
          }
        }
        case Heard heard -> {
          seen(heard.message(), heard);
          known.merge(heard.message().msgid(), heard.at(), Math::min);
        }
        case Kept kept -> seen(kept.message(), kept);
        case Run _, Fault _, Began _, CaughtUp _, Ended _, Settled _, Kicked _, Held _ -> {}
      }
    }
  }

  // Of many that say the same, the first is enough.
  private void seen(Message message, Entry entry) {
    var all = seen.computeIfAbsent(message.text(), _ -> new ArrayList<>());
    if (all.stream().noneMatch(other -> message.equals(message(other)))) {
      all.add(entry);
    }
  }

  /// All attempts, by their text.
  Map<String, List<Sent>> attempts() {
    return attempts;
  }

  List<Sent> attempts(Message message) {
    return attempts.getOrDefault(message.text(), List.of());
  }

  /// The different messages that somebody saw with a text: one entry for each.
  List<Entry> seen(String text) {
    return seen.getOrDefault(text, List.of());
  }

  /// All that anybody saw, one entry for each different message.
  Iterable<List<Entry>> seen() {
    return seen.values();
  }

  /// When its author first tried to say it.
  long called(Message message) {
    return attempts(message).stream().mapToLong(Sent::called).min().orElse(Long.MIN_VALUE);
  }

  /// When somebody knew that it had been said.
  long known(Message message) {
    return known.getOrDefault(message.msgid(), Long.MAX_VALUE);
  }

  /// The message that an entry tells of.
  static @Nullable Message message(Entry entry) {
    return switch (entry) {
      case Heard heard -> heard.message();
      case Kept kept -> kept.message();
      case Run _, Fault _, Sent _, Began _, CaughtUp _, Ended _, Settled _, Kicked _, Held _ ->
          null;
    };
  }
}
