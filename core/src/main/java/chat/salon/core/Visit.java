package chat.salon.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody's sessions on one node. Plain data.
///
/// @param since when the first of them came
/// @param lastSpoke when they last said something there; when they came, if they said nothing
/// @param availability of the most present of those who said how present they are; null when none
///   did
/// @param addresses numeric; for themselves and for administrators
public record Visit(
    Instant since, Instant lastSpoke, @Nullable Availability availability, List<String> addresses) {
  public Visit {
    addresses = List.copyOf(addresses);
  }
}
