package chat.salon.core.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// Days, months and years as people write them: `2026-11-01`, `2026-11`, `2026`, `hier`. Pure.
///
/// @param from the moment with which it begins
/// @param end the moment with which the next begins
record Dates(Instant from, Instant end) {
  private static final int YEAR = 4;
  private static final int MONTH = 7;

  /// @param now where the asker is, and what time it is there
  static Optional<Dates> parse(String text, ZonedDateTime now) {
    var today = now.toLocalDate();
    return switch (text) {
      case "today", "aujourd'hui" -> Optional.of(of(today, today.plusDays(1), now.getZone()));
      case "yesterday", "hier" -> Optional.of(of(today.minusDays(1), today, now.getZone()));
      default -> written(text, now.getZone());
    };
  }

  private static Optional<Dates> written(String text, ZoneId zone) {
    if (text.startsWith("+") || text.startsWith("-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (text.length()) {
            case YEAR -> {
              var year = Year.parse(text);
              yield of(year.atDay(1), year.plusYears(1).atDay(1), zone);
            }
            case MONTH -> {
              var month = YearMonth.parse(text);
              yield of(month.atDay(1), month.plusMonths(1).atDay(1), zone);
            }
            default -> {
              var day = LocalDate.parse(text);
              yield of(day, day.plusDays(1), zone);
            }
          });
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Dates of(LocalDate from, LocalDate end, ZoneId zone) {
    return new Dates(from.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
  }
}
