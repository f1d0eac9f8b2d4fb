package chat.salon.core.search;

import java.util.Map;
import java.util.Optional;

/// What may stand before a colon, in English and in French.
enum Filter {
  FROM,
  IN,
  BEFORE,
  AFTER,
  ON,
  HAS;

  private static final Map<String, Filter> NAMES =
      Map.ofEntries(
          Map.entry("from", FROM),
          Map.entry("de", FROM),
          Map.entry("in", IN),
          Map.entry("dans", IN),
          Map.entry("before", BEFORE),
          Map.entry("avant", BEFORE),
          Map.entry("after", AFTER),
          Map.entry("après", AFTER),
          Map.entry("apres", AFTER),
          Map.entry("on", ON),
          Map.entry("le", ON),
          Map.entry("has", HAS),
          Map.entry("contient", HAS));

  /// The one of this name.
  static Optional<Filter> named(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }
}
