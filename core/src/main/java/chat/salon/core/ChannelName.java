package chat.salon.core;

import java.util.Optional;

/// The name of a channel, and the conversation that it is. Two names are the same when their folded
/// forms are.
///
/// @param shown as its creator wrote it
/// @param folded as it is compared
public record ChannelName(String shown, String folded)
    implements ConversationId<ChannelState>, Comparable<ChannelName> {
  private static final int LONGEST = 200;
  private static final String GROUP = "#~";
  private static final int GROUP_LENGTH = 18;

  /// A channel name, or empty: it starts with `#` and has no space, comma, BEL or other control
  /// character, at most 200 characters. Configuration may set a lower limit.
  public static Optional<ChannelName> parse(String text) {
    return text.length() > 1 && text.length() <= LONGEST && text.charAt(0) == '#' && isWritten(text)
        ? Optional.of(trusted(text))
        : Optional.empty();
  }

  /// A name from a place that has checked it already: the log, another node.
  public static ChannelName trusted(String shown) {
    return new ChannelName(shown, Fold.name(shown));
  }

  /// The name of a group: nobody chooses it, and people are not shown it.
  ///
  /// @param random 16 letters and digits, unlike those of any other
  static ChannelName ofGroup(String random) {
    return trusted(GROUP + random);
  }

  /// Whether it is a group's: a conversation of several people that has no name of its own.
  public boolean isGroup() {
    return folded.startsWith(GROUP);
  }

  /// Whether a channel name may be that long.
  ///
  /// @param most characters of a name that people choose
  static boolean isShort(String text, int most) {
    return text.length() <= (text.startsWith(GROUP) ? Math.max(most, GROUP_LENGTH) : most);
  }

  private static boolean isWritten(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == ',' || Character.isISOControl(c) || (c >= 0x80 && isInvisible(c))) {
        return false;
      }
    }
    return true;
  }

  // Zero-width and direction-changing characters make two names look alike (security I5).
  private static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT
        || Character.isSpaceChar(c)
        || c == '\u115f'
        || c == '\u3164';
  }

  @Override
  public String key() {
    return folded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChannelName name && name.folded.equals(folded);
  }

  @Override
  public int hashCode() {
    return folded.hashCode();
  }

  @Override
  public int compareTo(ChannelName other) {
    return folded.compareTo(other.folded);
  }

  @Override
  public String toString() {
    return shown;
  }
}
