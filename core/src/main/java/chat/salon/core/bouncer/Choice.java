package chat.salon.core.bouncer;

import java.util.Locale;
import java.util.Optional;

/// What an account may choose for itself, by the names that Ergo gave these settings.
public enum Choice {
  /// Stay in the channels while no connection is open.
  ALWAYS_ON,
  /// Be shown as away meanwhile.
  AUTO_AWAY,
  /// Show clients without draft/chathistory what they missed.
  AUTOREPLAY_MISSED,
  /// Let a second connection be one more of the same person.
  MULTICLIENT;

  /// Its name: `always-on`.
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The choice of this name, in any case.
  public static Optional<Choice> of(String title) {
    for (var choice : values()) {
      if (choice.title().equalsIgnoreCase(title)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }
}
