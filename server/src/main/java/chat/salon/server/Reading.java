package chat.salon.server;

import java.util.List;
import java.util.Map;

/// What came of reading the configuration.
sealed interface Reading {

  /// It holds.
  ///
  /// @param origins where each key was given that was; the others have their defaults
  record Good(Configuration configuration, Map<Key, String> origins) implements Reading {}

  /// It does not.
  ///
  /// @param problems all of them, one line each
  record Bad(List<String> problems) implements Reading {}
}
