package chat.salon.core;

import org.jspecify.annotations.Nullable;

/// A pattern over `nick!user@host` with `*` and `?`, folded, or an extended one: `a:lea` is who is
/// logged in to the account of exactly this name (IRCv3 account-extban), `r:*spam*` a realname,
/// `U:*!*@host` a guest, and `m:` before any of them, or before a plain one, keeps from speaking
/// and not from coming in. Matching is linear in practice: no regular expression is ever made of
/// what people write (security I9).
///
/// @param pattern in its whole form, as shown
public record Mask(String pattern) {
  private static final int LONGEST = 256;
  private static final int MOST_STARS = 12;
  private static final char MUTE = 'm';

  /// The letters of extended masks, as ISUPPORT EXTBAN lists them.
  public static final String EXTENDED = "Uamr";

  /// The letter of those that match an account.
  public static final char ACCOUNT = 'a';

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
        && isComplete(text)
        && isBounded(whole(text));
  }

  // There is something behind the letter of an extended one, and no mute of a mute.
  private static boolean isComplete(String text) {
    if (!isExtended(text)) {
      return true;
    }
    var rest = text.substring(2);
    return !rest.isEmpty()
        && rest.charAt(0) != ':'
        && (text.charAt(0) != MUTE || (!is(MUTE, rest) && isComplete(rest)));
  }

  private static boolean isExtended(String text) {
    return text.length() >= 2 && text.charAt(1) == ':' && EXTENDED.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean is(char kind, String text) {
    return isExtended(text) && text.charAt(0) == kind;
  }

  /// Whether whom it covers may come in and not speak.
  public boolean isMute() {
    return is(MUTE, pattern);
  }

  private static boolean isBounded(String whole) {
    return whole.length() <= LONGEST && whole.chars().filter(c -> c == '*').count() <= MOST_STARS;
  }

  /// Whether the mask covers a person, by the host that is shown, by their own behind it, or by the
  /// address, which is not shown.
  public boolean covers(Actor actor) {
    return covers(pattern, actor.person(), actor.address());
  }

  /// Whether the mask covers what is shown of a person.
  public boolean covers(Person person) {
    return covers(pattern, person, null);
  }

  private static boolean covers(String pattern, Person person, @Nullable String address) {
    if (!isExtended(pattern)) {
      return Glob.matches(pattern, person.mask())
          || (person.cloak() != null && Glob.matches(pattern, person.ownMask()))
          || (address != null
              && Glob.matches(
                  pattern, person.nick().shown() + '!' + person.user() + '@' + address));
    }
    var rest = pattern.substring(2);
    var account = person.account();
    return switch (pattern.charAt(0)) {
      case ACCOUNT -> account != null && account.folded().equals(Fold.name(rest));
      case 'r' -> Glob.matches(rest, person.realname());
      case 'U' -> account == null && covers(rest, person, address);
      default -> covers(rest, person, address);
    };
  }

  /// Whether two masks are the same once folded.
  public boolean isSameAs(Mask other) {
    return Fold.ascii(pattern).equals(Fold.ascii(other.pattern));
  }

  private static String whole(String text) {
    if (isExtended(text)) {
      var rest = text.substring(2);
      boolean isOfOneMore = is(MUTE, text) || is('U', text);
      return text.substring(0, 2) + (isOfOneMore ? whole(rest) : rest);
    }
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
