package chat.salon.core.bouncer;

import java.util.Locale;
import java.util.Optional;

/// What an account says to something that it may have or not.
public enum Wish {
  /// As the server has it.
  DEFAULT,
  /// It wants that.
  ON,
  /// It does not.
  OFF;

  /// What a word means, in any case; empty for none that is known.
  public static Optional<Wish> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "on", "true", "yes", "enabled", "mandatory" -> Optional.of(ON);
      case "off", "false", "no", "disabled" -> Optional.of(OFF);
      case "default" -> Optional.of(DEFAULT);
      default -> Optional.empty();
    };
  }

  /// Whether it holds.
  ///
  /// @param standard what holds by itself
  boolean holds(boolean standard) {
    return this == DEFAULT ? standard : this == ON;
  }
}
