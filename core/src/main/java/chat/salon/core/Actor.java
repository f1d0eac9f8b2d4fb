package chat.salon.core;

import java.util.Set;

/// Who is asking, at the moment of asking: everything that [Rights] may need to know of them. Plain
/// data, so that it can be carried to the node that owns what is asked about.
///
/// @param nodes where the person has sessions
/// @param address the numeric address of the session that asks, for bans; never shown to others
/// @param role of the account, MEMBER for guests
/// @param channels how many channels the person is on
/// @param since the id of the moment from which the person has had this nick: a guest reads nothing
///   older, since the nick may have been another's
/// @param unheardBy the accounts that do not want to hear the person, who is not to learn of it
public record Actor(
    Person person,
    Set<Integer> nodes,
    String address,
    Role role,
    int channels,
    long since,
    Set<AccountName> unheardBy) {

  /// Somebody whom everybody wants to hear.
  public Actor(
      Person person, Set<Integer> nodes, String address, Role role, int channels, long since) {
    this(person, nodes, address, role, channels, since, Set.of());
  }

  /// Nobody: the server itself, for what is asked of a conversation without anybody asking.
  public static final Actor SERVER = new Actor(Person.SERVER, Set.of(), "", Role.MEMBER, 0, 0);

  /// Whether somebody wants to hear the actor.
  public boolean isHeardBy(Person reader) {
    var account = reader.account();
    return account == null || !unheardBy.contains(account);
  }

  public PersonId id() {
    return person.id();
  }

  public Nick nick() {
    return person.nick();
  }

  /// Whether the one across in a private conversation wants to hear the person.
  public boolean isHeardIn(Pair pair) {
    var other = pair.across(Pair.party(person));
    return unheardBy.stream().noneMatch(account -> Pair.party(account).equals(other));
  }
}
