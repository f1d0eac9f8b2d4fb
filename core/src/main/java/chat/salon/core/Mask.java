package chat.salon.core;

/// A pattern over `nick!user@host` with `*` and `?`, folded. Matching is linear in practice: no
/// regular expression is ever made of what people write (security I9).
///
/// @param pattern in its whole form, as shown
public record Mask(String pattern) {
  private static final int LONGEST = 256;
  private static final int MOST_STARS = 12;

  /// A mask from what a person wrote: `bob`, `*@host`, `nick!user` are completed, runs of `*`
  /// become one, what is too long is cut and with too many stars matches what comes before only.
  public static Mask of(String text) {
    var whole = whole(text).replaceAll("\\*{2,}", "*");
    return new Mask(whole.length() > LONGEST ? cut(whole) : whole);
  }

  // Never within a pair of surrogates: half of one cannot be shown.
  private static String cut(String whole) {
    int end = LONGEST - 1;
    var begin =
        whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end);
    return begin.endsWith("*") ? begin : begin + '*';
  }

  /// Whether a text is short and plain enough to be a mask: no space, comma or control character,
  /// no leading colon, and when completed at most 256 characters and 12 stars, so that it can be
  /// taken away as it is shown.
  public static boolean isMask(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.charAt(0) != ':'
        && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f || c == ',')
        && isBounded(whole(text));
  }

  private static boolean isBounded(String whole) {
    return whole.length() <= LONGEST && whole.chars().filter(c -> c == '*').count() <= MOST_STARS;
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
