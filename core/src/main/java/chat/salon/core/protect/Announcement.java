package chat.salon.core.protect;

/// Something that the server or its staff tell many at once, on every node. Plain data; each door
/// shows it to whom it concerns in its own way.
///
/// @param to whom
/// @param source who says it: `nick!user@host`; empty for the server
public record Announcement(To to, String source, String text) {
  public Announcement {
    text = text.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
  }

  /// Whom it concerns.
  public enum To {
    /// Everybody who is connected.
    EVERYBODY(' '),
    /// Who wants to hear what operators tell each other.
    WALLOPS(' '),
    /// Staff who want to know of bans and of how tightly the server is shut.
    BANS('b'),
    /// Staff who want to know who is thrown out, or acted for.
    KILLS('k'),
    /// Staff who want to know who becomes an operator.
    OPERATORS('o'),
    /// Staff who want to know of new accounts.
    ACCOUNTS('r'),
    /// Staff who want to know what filters find.
    SPAM('s'),
    /// Staff who want to know who comes to this node.
    CONNECTIONS('c');

    private final char letter;

    To(char letter) {
      this.letter = letter;
    }

    /// Whether it is for staff only, who choose what they hear.
    public boolean isForStaff() {
      return letter != ' ';
    }

    /// By which staff choose it; a space for what is not theirs to choose.
    public char letter() {
      return letter;
    }
  }

  /// What the server tells its staff.
  public static Announcement toStaff(To to, String text) {
    return new Announcement(to, "", text);
  }
}
