package chat.salon.core.protect;

import chat.salon.core.Glob;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What counts as spam, where, and what becomes of it. A pattern with `*` or `?` is one of the
/// whole text, another is looked for anywhere in it; letters are compared without case, and
/// formatting and what is not seen is left out before. No regular expressions: a text costs at most
/// its length times that of the pattern (security I9). Plain data.
///
/// @param id 0 before it is kept
/// @param lasts how long [Action#BAN] bans; null for good
/// @param reason told to who wrote it; empty for none
/// @param by who said so
public record SpamFilter(
    long id,
    String pattern,
    Set<Place> places,
    Action action,
    @Nullable Duration lasts,
    String reason,
    String by,
    Instant at) {
  /// Characters of a pattern at most.
  public static final int LONGEST = 200;

  private static final int MOST_STARS = 12;

  /// Where a filter looks.
  public enum Place {
    CHANNEL,
    PRIVATE,
    NOTICE,
    TOPIC,
    PART,
    QUIT,
    NICK;

    /// The one of this name, in any case.
    public static Optional<Place> named(String name) {
      return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    /// As people write it.
    public String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What becomes of what a filter finds. A reason to leave is left out, whatever else is done.
  public enum Action {
    /// Staff are told, and nothing else happens.
    WARN,
    /// It is refused, and who wrote it is told.
    REFUSE,
    /// Who wrote it sees it, and nobody else.
    DROP,
    /// It is refused, and who wrote it is put out of the channel.
    KICK,
    /// It is refused, and who wrote it is disconnected.
    KILL,
    /// It is refused, and who wrote it is banned from the server.
    BAN;

    /// The one of this name, in any case.
    public static Optional<Action> named(String name) {
      return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    /// As people write it.
    public String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SpamFilter {
    places = Set.copyOf(places);
  }

  /// Whether a text can be a pattern: there is something to find in it, and not too many stars.
  public static boolean isPattern(String text) {
    return text.length() <= LONGEST
        && text.chars().filter(c -> c == '*').count() <= MOST_STARS
        && text.chars().noneMatch(c -> c < ' ' || c == 0x7f)
        && text.codePoints().anyMatch(c -> c > ' ' && c != '*' && c != '?');
  }

  /// Whether it finds something.
  ///
  /// @param plain see [#plain]
  public boolean finds(Place place, String plain) {
    if (!places.contains(place)) {
      return false;
    }
    var wanted = pattern.toLowerCase(Locale.ROOT);
    boolean isGlob = wanted.indexOf('*') >= 0 || wanted.indexOf('?') >= 0;
    return isGlob ? Glob.matches(wanted, plain) : plain.contains(wanted);
  }

  /// A text as filters look at it: lower case, without formatting and characters that are not seen.
  public static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == 0x03) {
        i = afterColour(text, i);
      } else if (Character.getType(c) != Character.CONTROL
          && Character.getType(c) != Character.FORMAT) {
        plain.appendCodePoint(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  // A colour is up to two digits, and up to two more after a comma.
  private static int afterColour(String text, int from) {
    int end = afterDigits(text, from);
    if (end > from && end < text.length() && text.charAt(end) == ',') {
      int second = afterDigits(text, end + 1);
      return second > end + 1 ? second : end;
    }
    return end;
  }

  private static int afterDigits(String text, int from) {
    int end = from;
    while (end < text.length()
        && end < from + 2
        && text.charAt(end) >= '0'
        && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
