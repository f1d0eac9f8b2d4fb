package chat.salon.core;

import chat.salon.core.account.Privacy.Circle;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What others may see of somebody, at one moment. Plain data; a change makes a new one.
///
/// @param user the part before `@`, from USER
/// @param host as shown to others: a cloak, never the address of somebody who did not choose so
/// @param account null for guests
/// @param away why they are away; null when they are here
/// @param standing what shows of their standing on the server
/// @param metadata what they say of themselves, but for their name and status
/// @param cloak the host under which they would be shown without the one that they were given
///   (HostServ); null when they are shown under it
public record Person(
    PersonId id,
    Nick nick,
    String user,
    String host,
    String realname,
    @Nullable AccountName account,
    @Nullable String away,
    Standing standing,
    Metadata metadata,
    @Nullable String cloak) {

  /// The server itself, which does some things that nobody asks for. Each door calls it by the name
  /// that it has there. Nobody gets this id, or this user and host.
  public static final Person SERVER =
      new Person(new PersonId(1), Nick.trusted("server"), "*", "*", "", null, null, Standing.PLAIN);

  /// Somebody who was given no host.
  public Person(
      PersonId id,
      Nick nick,
      String user,
      String host,
      String realname,
      @Nullable AccountName account,
      @Nullable String away,
      Standing standing,
      Metadata metadata) {
    this(id, nick, user, host, realname, account, away, standing, metadata, null);
  }

  /// Somebody who says nothing of themselves.
  public Person(
      PersonId id,
      Nick nick,
      String user,
      String host,
      String realname,
      @Nullable AccountName account,
      @Nullable String away,
      Standing standing) {
    this(id, nick, user, host, realname, account, away, standing, Metadata.NONE);
  }

  /// What shows of somebody's standing.
  ///
  /// @param secure every session of theirs is encrypted or from this machine
  /// @param role of their account, or that OPER gave; MEMBER for other guests
  /// @param invisible `+i`: left out of lists for people who share no channel with them
  /// @param bot `+B`: a program
  /// @param named they chose the realname, to be called by it; without a choice, clients make one
  ///   up
  /// @param availability as their sessions said; see [Person#availability()]
  /// @param seenBy who is shown whether they are connected
  /// @param says what they say that they are doing; null for nothing. It may be over: see
  ///   [Person#customStatus]
  /// @param shield what they take in private
  /// @param operator the name of the operator of the configuration that they have become by OPER:
  ///   they may do what that one may, instead of what the role may; null for none
  public record Standing(
      boolean secure,
      Role role,
      boolean invisible,
      boolean bot,
      boolean named,
      Availability availability,
      Circle seenBy,
      @Nullable CustomStatus says,
      Shield shield,
      @Nullable String operator) {
    public static final Standing PLAIN =
        new Standing(
            false,
            Role.MEMBER,
            false,
            false,
            false,
            Availability.CONNECTED,
            Circle.EVERYONE,
            null,
            Shield.NONE,
            null);

    /// Whether they are network staff, which everybody may see.
    public boolean oper() {
      return role != Role.MEMBER;
    }

    public Standing withSecure(boolean to) {
      return new Standing(
          to, role, invisible, bot, named, availability, seenBy, says, shield, operator);
    }

    /// With the role of their account, or of nobody: they are no operator by OPER any more.
    public Standing withRole(Role to) {
      return new Standing(
          secure, to, invisible, bot, named, availability, seenBy, says, shield, null);
    }

    /// The same when one more session of theirs comes in: what OPER gave stays.
    public Standing withRoleOfAccount(Role to) {
      return operator == null ? withRole(to) : this;
    }

    /// With the role that OPER gives.
    ///
    /// @param by the name of the operator in the configuration
    public Standing raised(Role to, String by) {
      return new Standing(
          secure, to, invisible, bot, named, availability, seenBy, says, shield, by);
    }

    public Standing withInvisible(boolean to) {
      return new Standing(
          secure, role, to, bot, named, availability, seenBy, says, shield, operator);
    }

    public Standing withBot(boolean to) {
      return new Standing(
          secure, role, invisible, to, named, availability, seenBy, says, shield, operator);
    }

    public Standing withNamed(boolean to) {
      return new Standing(
          secure, role, invisible, bot, to, availability, seenBy, says, shield, operator);
    }

    public Standing withAvailability(Availability to) {
      return new Standing(secure, role, invisible, bot, named, to, seenBy, says, shield, operator);
    }

    public Standing withSeenBy(Circle to) {
      return new Standing(
          secure, role, invisible, bot, named, availability, to, says, shield, operator);
    }

    public Standing withSays(@Nullable CustomStatus to) {
      return new Standing(
          secure, role, invisible, bot, named, availability, seenBy, to, shield, operator);
    }

    public Standing withShield(Shield to) {
      return new Standing(
          secure, role, invisible, bot, named, availability, seenBy, says, to, operator);
    }

    // Two sessions may change two parts of it at once. Role and operator belong together.
    private Standing changedAs(Standing before, Standing after) {
      boolean isRoleSame =
          before.role == after.role && Objects.equals(before.operator, after.operator);
      return new Standing(
          before.secure == after.secure ? secure : after.secure,
          isRoleSame ? role : after.role,
          before.invisible == after.invisible ? invisible : after.invisible,
          before.bot == after.bot ? bot : after.bot,
          before.named == after.named ? named : after.named,
          before.availability == after.availability ? availability : after.availability,
          before.seenBy == after.seenBy ? seenBy : after.seenBy,
          Objects.equals(before.says, after.says) ? says : after.says,
          before.shield.equals(after.shield) ? shield : after.shield,
          isRoleSame ? operator : after.operator);
    }
  }

  /// Somebody who is not connected, of whom only the account is known.
  ///
  /// @param id one that nobody has
  public static Person away(PersonId id, AccountName account) {
    var nick = Nick.trusted(account.shown());
    return new Person(id, nick, "*", "*", account.shown(), account, null, Standing.PLAIN);
  }

  /// Whether they are connected nowhere, and only known by their account.
  public boolean isAbsent() {
    return id.equals(PersonId.NONE);
  }

  /// Whether it is the server itself, also when read from the log.
  public boolean isServer() {
    return account == null && user.equals(SERVER.user) && host.equals(SERVER.host);
  }

  /// `nick!user@host`
  public String mask() {
    return nick.shown() + '!' + user + '@' + host;
  }

  /// The host under which they are shown when they were given no other.
  public String ownHost() {
    return cloak == null ? host : cloak;
  }

  /// `nick!user@host` with [#ownHost], for bans: who was given a host is as banned as without it.
  public String ownMask() {
    return nick.shown() + '!' + user + '@' + ownHost();
  }

  /// Whether others see no difference, not even in how the nick is written.
  public boolean looksLike(Person other) {
    return equals(other) && nick.shown().equals(other.nick.shown());
  }

  /// What they are called where names are shown beside nicks: the realname, if it was chosen.
  public String displayName() {
    return standing.named && !realname.isEmpty() ? realname : nick.shown();
  }

  /// How present they are: who says that they are away is idle, unless they do not want to be
  /// disturbed.
  public Availability availability() {
    return away != null && standing.availability == Availability.CONNECTED
        ? Availability.IDLE
        : standing.availability;
  }

  /// What they say that they are doing, unless that is over.
  public Optional<CustomStatus> customStatus(Instant now) {
    return CustomStatus.at(standing.says, now);
  }

  /// Whether they are away for readers who know no more than here and away.
  public boolean isAway() {
    return awayText() != null;
  }

  /// Why they are away, for such readers; null when they are here.
  public @Nullable String awayText() {
    if (away != null) {
      return away;
    }
    return switch (standing.availability) {
      case CONNECTED -> null;
      case IDLE -> "Idle";
      case DO_NOT_DISTURB -> "Please do not disturb";
    };
  }

  public Person withNick(Nick to) {
    return new Person(id, to, user, host, realname, account, away, standing, metadata, cloak);
  }

  /// This person under another host of their own, which stays hidden behind one that they were
  /// given.
  public Person withHost(String to) {
    return cloak == null ? shownAs(to, null) : shownAs(host, to);
  }

  /// This person under a host that they were given.
  ///
  /// @param to null for their own
  public Person withVhost(@Nullable String to) {
    var own = ownHost();
    return to == null || to.equals(own) ? shownAs(own, null) : shownAs(to, own);
  }

  private Person shownAs(String to, @Nullable String behind) {
    return new Person(id, nick, user, to, realname, account, away, standing, metadata, behind);
  }

  /// This person under a realname that they chose.
  public Person called(String to) {
    return new Person(
        id, nick, user, host, to, account, away, standing.withNamed(true), metadata, cloak);
  }

  /// This person under no name but their nick.
  public Person uncalled() {
    return withStanding(standing.withNamed(false));
  }

  public Person withAccount(@Nullable AccountName to) {
    return new Person(id, nick, user, host, realname, to, away, standing, metadata, cloak);
  }

  public Person withAway(@Nullable String to) {
    return new Person(id, nick, user, host, realname, account, to, standing, metadata, cloak);
  }

  /// This person with something else said of themselves.
  public Person withMetadata(Metadata to) {
    return new Person(id, nick, user, host, realname, account, away, standing, to, cloak);
  }

  public Person withStanding(Standing to) {
    return new Person(id, nick, user, host, realname, account, away, to, metadata, cloak);
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
        standing.changedAs(before.standing, after.standing),
        metadata.changedAs(before.metadata, after.metadata),
        Objects.equals(before.cloak, after.cloak) ? cloak : after.cloak);
  }

  /// This person under an id of their own.
  public Person withId(PersonId to) {
    return new Person(to, nick, user, host, realname, account, away, standing, metadata, cloak);
  }
}
