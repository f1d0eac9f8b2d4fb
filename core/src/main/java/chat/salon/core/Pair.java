package chat.salon.core;

/// The private conversation of two parties. An account is one party under whatever nick it shows; a
/// guest is a party under its nick, and reads only what was said since it took that nick.
///
/// @param first the lesser of the two party names; the same as `second` for notes to oneself
/// @param second the greater
public record Pair(String first, String second) implements ConversationId<PrivateState> {
  private static final char GUEST = '~'; // no nick and no account begins with it

  public Pair {
    if (first.compareTo(second) > 0) {
      throw new IllegalArgumentException("parties out of order");
    }
  }

  /// The conversation of two people.
  public static Pair of(Person one, Person other) {
    return of(party(one), party(other));
  }

  /// The conversation of two parties, in any order.
  public static Pair of(String one, String other) {
    return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
  }

  /// The party that a person is.
  public static String party(Person person) {
    var account = person.account();
    return account != null ? party(account) : guest(person.nick());
  }

  /// The party that an account is.
  public static String party(AccountName account) {
    return account.folded();
  }

  /// The party that a guest is.
  public static String guest(Nick nick) {
    return GUEST + nick.folded();
  }

  /// Whether a text is what an account or a guest would be as a party.
  public static boolean isParty(String text) {
    var name = text.startsWith(String.valueOf(GUEST)) ? text.substring(1) : text;
    return Nick.parse(name).filter(nick -> nick.folded().equals(name)).isPresent();
  }

  /// Whether a party is a guest.
  public static boolean isGuest(String party) {
    return party.charAt(0) == GUEST;
  }

  /// The party across from this one.
  public String across(String party) {
    return party.equals(first) ? second : first;
  }

  /// The name under which a party is written to: its account or its nick.
  public static String shown(String party) {
    return isGuest(party) ? party.substring(1) : party;
  }

  public boolean has(String party) {
    return party.equals(first) || party.equals(second);
  }

  @Override
  public String key() {
    return first + ' ' + second;
  }

  @Override
  public String toString() {
    return key();
  }
}
