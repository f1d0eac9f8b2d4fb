package chat.salon.server;

import java.time.Duration;
import java.util.regex.Pattern;

/// Spans of time as people write them: `500ms`, `30s`, `5m`, `2h`, `7d`; a bare number is seconds.
final class Times {
  static final String FORM = "a time such as 500ms, 30s, 5m, 2h or 7d";

  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,12}) ?(ms|s|m|h|d|)");

  private Times() {}

  static Duration parse(String text) {
    var matcher = SYNTAX.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("it must be " + FORM);
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofSeconds(number);
    };
  }

  /// In the greatest unit that needs no fraction.
  static String show(Duration time) {
    long millis = time.toMillis();
    if (millis == 0) {
      return "0s";
    }
    if (millis % 86_400_000 == 0) {
      return millis / 86_400_000 + "d";
    }
    if (millis % 3_600_000 == 0) {
      return millis / 3_600_000 + "h";
    }
    if (millis % 60_000 == 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }
}
