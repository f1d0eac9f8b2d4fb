package chat.salon.core.protect;

import java.time.Instant;
import java.util.Map;

/// Something that somebody with power over others did, for the record.
///
/// @param actor who
/// @param action what, in one word: `kill`, `ban`
/// @param subject whom or what it was done to
/// @param details more of it: the reason, the door, the address
public record Deed(
    Instant at, String actor, String action, String subject, Map<String, String> details) {
  public Deed {
    details = Map.copyOf(details);
  }
}
