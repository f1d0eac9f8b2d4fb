package chat.salon.core;

import chat.salon.core.ModeChange.Flagged;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who finds a channel and comes in, as people choose it: a way to say two of its modes at once.
public enum Visibility {
  /// Everybody.
  PUBLIC(false, false),
  /// Everybody finds it, and asks to come in.
  REQUEST(true, false),
  /// Only who is invited.
  PRIVATE(true, true);

  private final boolean isClosed;
  private final boolean isSecret;

  Visibility(boolean isClosed, boolean isSecret) {
    this.isClosed = isClosed;
    this.isSecret = isSecret;
  }

  /// The one of this name, in any case.
  public static Optional<Visibility> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /// What these modes make of a channel.
  public static Visibility of(Set<Flag> flags) {
    if (flags.contains(Flag.SECRET)) {
      return PRIVATE;
    }
    return flags.contains(Flag.INVITE_ONLY) ? REQUEST : PUBLIC;
  }

  /// What makes a channel so.
  public List<ModeChange> changes() {
    return List.of(new Flagged(Flag.INVITE_ONLY, isClosed), new Flagged(Flag.SECRET, isSecret));
  }
}
