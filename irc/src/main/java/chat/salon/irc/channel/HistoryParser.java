package chat.salon.irc.channel;

import chat.salon.core.Stamps;
import chat.salon.irc.channel.HistoryQuery.Direction;
import chat.salon.irc.channel.HistoryQuery.Messages;
import chat.salon.irc.channel.HistoryQuery.Moment;
import chat.salon.irc.channel.HistoryQuery.Reference;
import chat.salon.irc.channel.HistoryQuery.Targets;
import chat.salon.irc.channel.HistoryQuery.Wrong;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parameters of CHATHISTORY to a [HistoryQuery]. Pure.
final class HistoryParser {
  private static final String TARGETS = "TARGETS";
  private static final int TIMESTAMP_LENGTH = "2019-01-04T14:33:26.123Z".length();

  private final String command;
  private final List<String> params;
  private final int most;

  private HistoryParser(List<String> params, int most) {
    this.command = params.getFirst().toUpperCase(Locale.ROOT);
    this.params = params;
    this.most = most;
  }

  /// Reads them.
  ///
  /// @param params at least one
  /// @param most that one may ask for; who asks for more gets so many
  static HistoryQuery parse(List<String> params, int most) {
    return new HistoryParser(params, most).parse();
  }

  private HistoryQuery parse() {
    if (!command.equals(TARGETS) && direction().isEmpty()) {
      return new Wrong("INVALID_PARAMS", List.of(params.getFirst()), "Unknown command");
    }
    int wanted = direction().equals(Optional.of(Direction.BETWEEN)) ? 5 : 4;
    if (params.size() != wanted) {
      return invalid(params.size() < wanted ? "Insufficient parameters" : "Too many parameters");
    }
    var limit = limit();
    if (limit == 0) {
      return invalid("Invalid limit", params.getLast());
    }
    var first = reference(params.get(command.equals(TARGETS) ? 1 : 2));
    var second = reference(params.get(params.size() - 2));
    return switch (first) {
      case Wrong wrong -> wrong;
      case Moment from ->
          switch (second) {
            case Wrong wrong -> wrong;
            case Moment to ->
                direction()
                    .<HistoryQuery>map(way -> new Messages(way, params.get(1), from, to, limit))
                    .orElseGet(() -> new Targets(from, to, limit));
          };
    };
  }

  private Optional<Direction> direction() {
    for (var direction : Direction.values()) {
      if (direction.name().equals(command)) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }

  // 0 for none that could be.
  private int limit() {
    try {
      return Math.clamp(Integer.parseInt(params.getLast()), 0, most);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private Reference reference(String text) {
    if (text.equals("*") && direction().equals(Optional.of(Direction.LATEST))) {
      return Moment.BEGINNING;
    }
    int equals = text.indexOf('=');
    var value = text.substring(equals + 1);
    return switch (text.substring(0, Math.max(0, equals))) {
      case "timestamp" -> timestamp(value);
      case "msgid" -> msgid(text, value);
      case "" -> invalid("A message is timestamp=… or msgid=…", text);
      default ->
          new Wrong(
              "INVALID_MSGREFTYPE", context(text), "A message is found by timestamp or msgid");
    };
  }

  private Reference timestamp(String value) {
    try {
      return value.length() <= TIMESTAMP_LENGTH
          ? Moment.of(Instant.parse(value))
          : invalid("Invalid timestamp", value);
    } catch (DateTimeException _) {
      return invalid("Invalid timestamp", value);
    }
  }

  private Reference msgid(String text, String value) {
    if (command.equals(TARGETS)) {
      return invalid("Conversations are found by timestamp", text);
    }
    var id = Stamps.parseMsgid(value);
    return id.isPresent()
        ? Moment.of(id.getAsLong())
        : new Wrong("MESSAGE_ERROR", context(text), "There is no such message");
  }

  private List<String> context(String text) {
    return command.equals(TARGETS) ? List.of(command, text) : List.of(command, params.get(1), text);
  }

  private Wrong invalid(String text, String... given) {
    return given.length == 0
        ? new Wrong("INVALID_PARAMS", List.of(command), text)
        : new Wrong("INVALID_PARAMS", List.of(command, given[0]), text);
  }
}
