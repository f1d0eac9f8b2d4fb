package chat.salon.core;

import org.jspecify.annotations.Nullable;

/// How present somebody is who is connected.
public enum Availability {
  CONNECTED,
  IDLE,
  DO_NOT_DISTURB;

  /// What of two sessions counts for the person: the most present one. One that never said anything
  /// is there, but leaves it to the others whether the person wants to be disturbed.
  ///
  /// @param one null for what never said anything
  static @Nullable Availability mostPresent(
      @Nullable Availability one, @Nullable Availability other) {
    return presence(one) >= presence(other) ? one : other;
  }

  private static int presence(@Nullable Availability said) {
    return switch (said) {
      case CONNECTED -> 3;
      case DO_NOT_DISTURB -> 2;
      case null -> 1;
      case IDLE -> 0;
    };
  }
}
