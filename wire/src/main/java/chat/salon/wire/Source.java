package chat.salon.wire;

import org.jspecify.annotations.Nullable;

/// Where a line came from: `nick!user@host`, or a server's name as the nick alone (Modern IRC,
/// "Source"; RFC 2812, section 2.3.1).
public record Source(String nick, @Nullable String user, @Nullable String host) {

  /// Takes a source apart. The host starts after the last `@`, since neither it nor the nick may
  /// hold one; the user starts after the first `!` before that.
  public static Source parse(String text) {
    int at = text.lastIndexOf('@');
    var host = at < 0 ? null : text.substring(at + 1);
    var left = at < 0 ? text : text.substring(0, at);
    int bang = left.indexOf('!');
    var user = bang < 0 ? null : left.substring(bang + 1);
    return new Source(bang < 0 ? left : left.substring(0, bang), user, host);
  }

  /// The source as it stands in a line.
  @Override
  public String toString() {
    var text = new StringBuilder(nick);
    if (user != null) text.append('!').append(user);
    if (host != null) text.append('@').append(host);
    return text.toString();
  }
}
