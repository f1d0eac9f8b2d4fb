package chat.salon.core.protect;

import java.util.List;

/// The bans, the filters, the level and the closed channels that hold, at one moment. Plain data.
///
/// @param level from 1, shut, to 5, as always
public record Rules(
    List<ServerBan> bans, List<SpamFilter> filters, int level, List<Closure> closures) {
  /// The level of a server that nobody shut.
  public static final int OPEN = 5;

  /// No bans and no filters.
  public static final Rules NONE = new Rules(List.of(), List.of(), OPEN, List.of());

  public Rules {
    bans = List.copyOf(bans);
    filters = List.copyOf(filters);
    closures = List.copyOf(closures);
    if (level < 1 || level > OPEN) {
      throw new IllegalArgumentException("no level " + level);
    }
  }
}
