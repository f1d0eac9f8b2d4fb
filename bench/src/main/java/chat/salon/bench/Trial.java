package chat.salon.bench;

import org.jspecify.annotations.Nullable;

/// One run of one load against one server, and what came of it.
///
/// @param round from 1
/// @param result null if the load could not be run
/// @param problem why not, or null
record Trial(
    int round, Load load, String server, @Nullable Result result, @Nullable String problem) {
  boolean isClean() {
    return result != null && result.verdict().isClean();
  }
}
