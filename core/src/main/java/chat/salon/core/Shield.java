package chat.salon.core;

import java.util.HashSet;
import java.util.Set;

/// What somebody takes in private, as their user modes say it. Plain data.
///
/// @param accountsOnly `+R`: of guests, those alone whom they accept
/// @param noCtcp `+T`: no CTCP but ACTION
/// @param accepted the parties who may write in spite of `+R`, as [Pair#party] names them
public record Shield(boolean accountsOnly, boolean noCtcp, Set<String> accepted) {
  public static final Shield NONE = new Shield(false, false, Set.of());

  public Shield {
    accepted = Set.copyOf(accepted);
  }

  /// The same with `+R` or without.
  public Shield withAccountsOnly(boolean to) {
    return new Shield(to, noCtcp, accepted);
  }

  /// The same with `+T` or without.
  public Shield withNoCtcp(boolean to) {
    return new Shield(accountsOnly, to, accepted);
  }

  /// The same with one more whom they accept.
  public Shield accepting(String party) {
    var all = new HashSet<>(accepted);
    all.add(party);
    return new Shield(accountsOnly, noCtcp, all);
  }

  /// The same without somebody whom they accepted.
  public Shield refusing(String party) {
    var all = new HashSet<>(accepted);
    all.remove(party);
    return new Shield(accountsOnly, noCtcp, all);
  }

  /// Whether somebody may write to them, whatever it is that they write.
  public boolean admits(Person who) {
    return !accountsOnly || who.account() != null || accepted.contains(Pair.party(who));
  }
}
