package chat.salon.core;

/// A pattern over `nick!user@host` with `*` and `?`, folded. Matching is linear in practice: no
/// regular expression is ever made of what people write (security I9).
///
/// @param pattern in its whole form, as shown
public record Mask(String pattern) {
  private static final int LONGEST = 256;
  private static final int MOST_STARS = 10;

  /// A mask from what a person wrote: `bob`, `*@host`, `nick!user` are completed, runs of `*`
  /// become one, what is too long is cut and with too many stars matches what comes before only.
  public static Mask of(String text) {
    var whole = whole(text).replaceAll("\\*{2,}", "*");
    return new Mask(whole.length() > LONGEST ? whole.substring(0, LONGEST - 1) + '*' : whole);
  }

  /// Whether a text is short and plain enough to be a mask: at most 256 characters and 10 stars, no
  /// space, comma or control character, no leading colon.
  public static boolean isMask(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.charAt(0) != ':'
        && text.chars().filter(c -> c == '*').count() <= MOST_STARS
        && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f || c == ',');
  }

  /// Whether the mask covers a person, by the host that is shown or by the address that is not.
  public boolean covers(Actor actor) {
    return covers(actor.person())
        || Glob.matches(
            pattern, actor.nick().shown() + '!' + actor.person().user() + '@' + actor.address());
  }

  /// Whether the mask covers what is shown of a person.
  public boolean covers(Person person) {
    return Glob.matches(pattern, person.mask());
  }

  /// Whether two masks are the same once folded.
  public boolean isSameAs(Mask other) {
    return Fold.ascii(pattern).equals(Fold.ascii(other.pattern));
  }

  private static String whole(String text) {
    int bang = text.indexOf('!');
    int at = text.indexOf('@', Math.max(bang, 0));
    var nick = bang >= 0 ? text.substring(0, bang) : at >= 0 ? "" : text;
    var user = bang >= 0 ? text.substring(bang + 1, at < 0 ? text.length() : at) : "";
    if (bang < 0 && at >= 0) {
      user = text.substring(0, at);
    }
    var host = at >= 0 ? text.substring(at + 1) : "";
    return orStar(nick) + '!' + orStar(user) + '@' + orStar(host);
  }

  private static String orStar(String part) {
    return part.isEmpty() ? "*" : part;
  }
}
