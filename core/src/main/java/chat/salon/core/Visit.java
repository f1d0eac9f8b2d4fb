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
/// @param connections each of the sessions, for the same; in the order in which they came
public record Visit(
    Instant since,
    Instant lastSpoke,
    @Nullable Availability availability,
    List<String> addresses,
    List<Connected> connections) {
  public Visit {
    addresses = List.copyOf(addresses);
    connections = List.copyOf(connections);
  }

  /// One session.
  ///
  /// @param id of the session, in which is when it came
  /// @param address numeric
  /// @param device which of somebody's devices it is; empty when that is not known
  public record Connected(long id, String address, String device, int node) {}
}
