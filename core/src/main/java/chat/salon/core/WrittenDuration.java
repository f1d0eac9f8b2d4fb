package chat.salon.core;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as people write them: `30m`, `1h30m`, `7d`, `4w`. Pure.
public final class WrittenDuration {
  private static final String PART = "([0-9]{1,6})([smhdjw])";
  private static final Pattern PARTS = Pattern.compile(PART);
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART + "){1,6}");
  private static final Map<Character, Duration> UNITS =
      Map.of(
          's', Duration.ofSeconds(1),
          'm', Duration.ofMinutes(1),
          'h', Duration.ofHours(1),
          'd', Duration.ofDays(1),
          'j', Duration.ofDays(1), // as the French write a day
          'w', Duration.ofDays(7));

  private WrittenDuration() {}

  /// Empty when it is none, or none at all: `0m`.
  public static Optional<Duration> parse(String text) {
    var written = Fold.ascii(text);
    if (!WHOLE.matcher(written).matches()) {
      return Optional.empty();
    }
    var sum = Duration.ZERO;
    for (var part = PARTS.matcher(written); part.find(); ) {
      var unit = UNITS.getOrDefault(part.group(2).charAt(0), Duration.ZERO);
      sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
    }
    return Optional.of(sum).filter(Duration::isPositive);
  }
}
