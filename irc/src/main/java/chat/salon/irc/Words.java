package chat.salon.irc;

import chat.salon.wire.Groups;
import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Words on lines. Pure.
public final class Words {
  private static final int MOST_NAMED = 200;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Words() {}

  /// The words separated by spaces, in as few texts of so many bytes as it takes; none for no
  /// words.
  static List<String> lines(List<String> words, int mostBytes) {
    return Groups.of(words, Integer.MAX_VALUE, mostBytes).stream()
        .map(group -> String.join(" ", group))
        .toList();
  }

  /// What a client sent as it can be named in an answer, before its last parameter.
  public static String named(String text) {
    return Line.word(TextSplit.fit(text, MOST_NAMED));
  }

  /// A numeric address as it can stand before the last parameter: `::1` begins with a colon.
  public static String address(String address) {
    return address.startsWith(":") ? "0" + address : address;
  }

  /// A moment as people read it.
  public static String date(Instant moment) {
    return DATE.format(moment);
  }
}
