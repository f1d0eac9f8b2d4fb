package chat.salon.core.protect;

import chat.salon.core.AccountName;
import chat.salon.core.Fold;
import chat.salon.core.Glob;
import chat.salon.core.Mask;
import chat.salon.core.Person;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A ban from the whole server, at every door and on every node, or of a name. Plain data.
///
/// @param id 0 before it is kept
/// @param mask what it is about, in the one way in which its kind writes it
/// @param reason told to who is banned; empty for none
/// @param staffReason told to staff only; null for none
/// @param by who banned
/// @param until null for good
public record ServerBan(
    long id,
    Kind kind,
    String mask,
    String reason,
    @Nullable String staffReason,
    String by,
    Instant at,
    @Nullable Instant until) {

  /// What a ban goes by.
  public enum Kind {
    /// The account that somebody is logged in to.
    ACCOUNT,
    /// `nick!user@host` with `*` and `?`, the host as it is shown or the numeric address.
    MASK,
    /// Where somebody connects from: an address or a range.
    ADDRESS,
    /// The realname, with `*` and `?`.
    REALNAME,
    /// An account, staff included, which lets nobody in: a suspension.
    SUSPENSION,
    /// Nicks and accounts that nobody is to have, with `*` and `?`.
    NICK,
    /// Channels that nobody is to be in, with `*` and `?`.
    CHANNEL;

    /// Those that UBAN knows: bans of people.
    public static final Set<Kind> OF_PEOPLE =
        Collections.unmodifiableSet(EnumSet.of(ACCOUNT, MASK, ADDRESS, REALNAME));

    /// Those of names.
    public static final Set<Kind> OF_NAMES = Collections.unmodifiableSet(EnumSet.of(NICK, CHANNEL));
  }

  /// Whom a ban is to be about.
  ///
  /// @param mask in the one way in which its kind writes it
  public record Target(Kind kind, String mask) {}

  /// Reads whom a ban is to be about: an address or a range, `nick!user@host`, `realname:` and a
  /// pattern, or the name of an account. Empty for what is none of these.
  public static Optional<Target> target(String text) {
    var range = AddressRange.parse(text);
    if (range.isPresent()) {
      return Optional.of(new Target(Kind.ADDRESS, range.get().toString()));
    }
    if (Fold.ascii(text).startsWith(REALNAME)) {
      var pattern = text.substring(REALNAME.length());
      return isPattern(pattern)
          ? Optional.of(new Target(Kind.REALNAME, pattern))
          : Optional.empty();
    }
    if (text.indexOf('!') >= 0 || text.indexOf('@') >= 0) {
      return Mask.isMask(text) && isPattern(text)
          ? Optional.of(new Target(Kind.MASK, Fold.ascii(Mask.of(text).pattern())))
          : Optional.empty();
    }
    return AccountName.parse(text).map(name -> new Target(Kind.ACCOUNT, name.folded()));
  }

  /// Reads which names are to be nobody's: a pattern of channels when it begins with `#` or `&`, of
  /// nicks and accounts otherwise. Empty for what is none, or would be all.
  public static Optional<Target> names(String text) {
    if (!isPattern(text) || text.chars().anyMatch(c -> c <= ' ' || c == ',' || c == 0x7f)) {
      return Optional.empty();
    }
    boolean isChannel = text.charAt(0) == '#' || text.charAt(0) == '&';
    return Optional.of(new Target(isChannel ? Kind.CHANNEL : Kind.NICK, Fold.name(text)));
  }

  private static final String REALNAME = "realname:";
  private static final int LONGEST = 200;
  private static final int MOST_STARS = 12;

  // Something must be said in it: what is all stars is everybody.
  private static boolean isPattern(String pattern) {
    return pattern.length() <= LONGEST
        && pattern.chars().filter(c -> c == '*').count() <= MOST_STARS
        && pattern.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /// Whether it still holds.
  public boolean holds(Instant now) {
    return until == null || now.isBefore(until);
  }

  /// Whether it is about somebody.
  ///
  /// @param address numeric, from which a session of theirs comes
  /// @param isExempt whether bans by address never hold there
  public boolean covers(Person who, String address, boolean isExempt) {
    return switch (kind) {
      case ACCOUNT, SUSPENSION -> {
        var account = who.account();
        yield account != null && account.folded().equals(mask);
      }
      case MASK ->
          Glob.matches(mask, who.mask())
              || Glob.matches(mask, who.ownMask())
              || (!isExempt
                  && Glob.matches(mask, who.nick().shown() + '!' + who.user() + '@' + address));
      case ADDRESS ->
          !isExempt
              && AddressRange.parse(mask).filter(range -> range.contains(address)).isPresent();
      case REALNAME -> Glob.matches(mask, who.realname());
      case NICK, CHANNEL -> false; // of names, not of who bears them
    };
  }

  /// As it is written and read: see [#target].
  public String shown() {
    return kind == Kind.REALNAME ? REALNAME + mask : mask;
  }
}
