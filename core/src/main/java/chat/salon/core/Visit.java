package chat.salon.core;

import java.time.Instant;
import java.util.List;

/// Somebody's sessions on one node. Plain data.
///
/// @param since when the first of them came
/// @param lastSpoke when they last said something there; when they came, if they said nothing
/// @param addresses numeric; for themselves and for administrators
public record Visit(Instant since, Instant lastSpoke, List<String> addresses) {
  public Visit {
    addresses = List.copyOf(addresses);
  }
}
