package chat.salon.irc;

import static java.util.Map.entry;

import chat.salon.irc.channel.UserMode;
import chat.salon.wire.Limits;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString.Change;
import chat.salon.wire.ModeString.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What modes are called by those who do not go by letters (IRCv3 draft/named-modes, "Mode names").
/// Names that the specification does not have are those of InspIRCd, or have our own before them.
/// Pure.
public final class ModeNames {
  /// The modes of channels.
  public static final ModeNames CHANNEL =
      new ModeNames(
          Features.KINDS,
          'n',
          Map.ofEntries(
              entry('q', "owner"),
              entry('a', "admin"),
              entry('o', "op"),
              entry('h', "halfop"),
              entry('v', "voice"),
              entry('b', "ban"),
              entry('e', "banex"),
              entry('I', "invex"),
              entry('k', "key"),
              entry('l', "limit"),
              entry('f', "redirect"),
              entry('j', "joinflood"),
              entry('d', "salon.chat/repeat"),
              entry('S', "salon.chat/slow"),
              entry('i', "inviteonly"),
              entry('m', "moderated"),
              entry('n', "noextmsg"),
              entry('p', "private"),
              entry('s', "secret"),
              entry('t', "topiclock"),
              entry('C', "noctcp"),
              entry('E', "salon.chat/roleplay"),
              entry('H', "salon.chat/from-joining"),
              entry('M', "regmoderated"),
              entry('P', "permanent"),
              entry('R', "regonly"),
              entry('U', "opmoderated"),
              entry('r', "registered"),
              entry('u', "auditorium")));

  /// The modes of people.
  public static final ModeNames USER =
      new ModeNames(
          UserMode.KINDS,
          'i',
          Map.ofEntries(
              entry('B', "bot"),
              entry('R', "regdeaf"),
              entry('T', "noctcp"),
              entry('i', "invisible"),
              entry('n', "snomask"),
              entry('o', "oper"),
              entry('s', "salon.chat/secure"),
              entry('w', "wallops")));

  private static final int MOST_PARAMS = 15; // RFC 1459, section 2.3
  private static final int MOST_BYTES = Limits.DEFAULT.bodyBytes();

  private final Kinds kinds;
  private final char last;
  private final Map<Character, String> names;

  private ModeNames(Kinds kinds, char last, Map<Character, String> names) {
    this.kinds = kinds;
    this.last = last;
    this.names = names;
  }

  /// The name of a mode; the letter itself for one that has none.
  public String of(char letter) {
    return names.getOrDefault(letter, String.valueOf(letter));
  }

  /// The letter of a mode of this name.
  public Optional<Character> letter(String name) {
    return names.entrySet().stream()
        .filter(one -> one.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// How these modes take parameters.
  public Kinds kinds() {
    return kinds;
  }

  /// All of them, as 964 (RPL_CHMODELIST) and 965 (RPL_UMODELIST) tell them: `4:private=p`. The one
  /// that is likely to be looked for comes last, since there are readers of the end of a line only.
  public List<String> all() {
    var letters = kinds.ranks() + kinds.lists() + kinds.always() + kinds.whenSet() + kinds.flags();
    return (letters.replace(String.valueOf(last), "") + last)
        .chars()
        .mapToObj(letter -> type((char) letter) + ":" + of((char) letter) + '=' + (char) letter)
        .toList();
  }

  /// A change as an item of PROP: `+key=pyramids`.
  public String item(Change change) {
    var arg = change.arg();
    return (change.add() ? '+' : '-')
        + of(change.mode())
        + (arg == null || arg.isEmpty() ? "" : '=' + arg);
  }

  /// The line with the words behind its parameters; as many lines as it takes, none for no words.
  public static List<Line> lines(Line start, List<String> words) {
    var lines = new ArrayList<Line>();
    var line = start;
    for (var word : words) {
      var longer = with(line, word);
      boolean isFull = longer.size() > MOST_PARAMS || longer.bodySize() > MOST_BYTES;
      if (isFull && line.size() > start.size()) {
        lines.add(line);
        longer = with(start, word);
      }
      line = longer;
    }
    if (line.size() > start.size()) {
      lines.add(line);
    }
    return lines;
  }

  private static Line with(Line line, String word) {
    var params = new ArrayList<>(line.params());
    params.add(word);
    return new Line(line.tags(), line.source(), line.command(), params);
  }

  private int type(char letter) {
    if (kinds.ranks().indexOf(letter) >= 0) {
      return 5;
    }
    if (kinds.isList(letter)) {
      return 1;
    }
    if (kinds.always().indexOf(letter) >= 0) {
      return 2;
    }
    return kinds.whenSet().indexOf(letter) >= 0 ? 3 : 4;
  }
}
