package chat.salon.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What others may see of somebody, at one moment. Plain data; a change makes a new one.
///
/// @param user the part before `@`, from USER
/// @param host as shown to others: a cloak, never the address of somebody who did not choose so
/// @param account null for guests
/// @param away why they are away; null when they are here
/// @param standing what shows of their standing on the server
public record Person(
    PersonId id,
    Nick nick,
    String user,
    String host,
    String realname,
    @Nullable AccountName account,
    @Nullable String away,
    Standing standing) {

  /// What shows of somebody's standing.
  ///
  /// @param secure every session of theirs is encrypted or from this machine
  /// @param role of their account, MEMBER for guests: on every node the same
  /// @param invisible `+i`: left out of lists for people who share no channel with them
  /// @param bot `+B`: a program
  public record Standing(boolean secure, Role role, boolean invisible, boolean bot) {
    public static final Standing PLAIN = new Standing(false, Role.MEMBER, false, false);

    /// Whether they are network staff, which everybody may see.
    public boolean oper() {
      return role != Role.MEMBER;
    }

    public Standing withSecure(boolean to) {
      return new Standing(to, role, invisible, bot);
    }

    public Standing withRole(Role to) {
      return new Standing(secure, to, invisible, bot);
    }

    public Standing withInvisible(boolean to) {
      return new Standing(secure, role, to, bot);
    }

    public Standing withBot(boolean to) {
      return new Standing(secure, role, invisible, to);
    }
  }

  /// Somebody who is not connected, of whom only the account is known.
  ///
  /// @param id one that nobody has
  public static Person away(PersonId id, AccountName account) {
    var nick = Nick.trusted(account.shown());
    return new Person(id, nick, "*", "*", account.shown(), account, null, Standing.PLAIN);
  }

  /// `nick!user@host`
  public String mask() {
    return nick.shown() + '!' + user + '@' + host;
  }

  /// Whether others see no difference, not even in how the nick is written.
  public boolean looksLike(Person other) {
    return equals(other) && nick.shown().equals(other.nick.shown());
  }

  public boolean isAway() {
    return away != null;
  }

  public Person withNick(Nick to) {
    return new Person(id, to, user, host, realname, account, away, standing);
  }

  public Person withHost(String to) {
    return new Person(id, nick, user, to, realname, account, away, standing);
  }

  public Person withRealname(String to) {
    return new Person(id, nick, user, host, to, account, away, standing);
  }

  public Person withAccount(@Nullable AccountName to) {
    return new Person(id, nick, user, host, realname, to, away, standing);
  }

  public Person withAway(@Nullable String to) {
    return new Person(id, nick, user, host, realname, account, to, standing);
  }

  public Person withStanding(Standing to) {
    return new Person(id, nick, user, host, realname, account, away, to);
  }

  /// This person with all that differs between two others, of whom the second is the first as
  /// somebody changed it. Not the nick, which has a claim of its own.
  Person changedAs(Person before, Person after) {
    return new Person(
        id,
        nick,
        before.user.equals(after.user) ? user : after.user,
        before.host.equals(after.host) ? host : after.host,
        before.realname.equals(after.realname) ? realname : after.realname,
        Objects.equals(before.account, after.account) ? account : after.account,
        Objects.equals(before.away, after.away) ? away : after.away,
        before.standing.equals(after.standing) ? standing : after.standing);
  }

  /// This person under an id of their own.
  Person withId(PersonId to) {
    return new Person(to, nick, user, host, realname, account, away, standing);
  }
}
