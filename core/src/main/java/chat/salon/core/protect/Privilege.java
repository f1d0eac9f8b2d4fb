package chat.salon.core.protect;

import chat.salon.core.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Something that staff of the server may do, by the names that classes of operators have in the
/// configuration.
public enum Privilege {
  /// End somebody's connections.
  KILL,
  /// Ban from the whole server, and lift such bans.
  BAN,
  /// Say what counts as spam.
  SPAM,
  /// Speak to other staff, and hear what the server tells them.
  WALLOPS,
  /// Speak to everybody.
  ANNOUNCE,
  /// See what only staff may: STATS of bans, operators and connections.
  SEE,
  /// Act in place of others, and in channels without being there: the commands that begin with SA.
  FORCE,
  /// Shut the server more or less tightly.
  DEFCON,
  /// Have the configuration read anew.
  REHASH,
  /// Make accounts for others, end them, and see which there are.
  ACCOUNTS,
  /// See all registered channels, close some, and end that they last.
  CHANNELS,
  /// Give accounts other hosts to be shown under.
  VHOSTS,
  /// Read out, and delete, all that somebody has said.
  PERSONAL,
  /// Read what staff did.
  AUDIT;

  private static final Set<Privilege> ALL = Set.of(values());
  private static final Set<Privilege> OF_MODERATORS = Set.of(KILL, BAN, SPAM, WALLOPS, SEE);

  /// The one of this name, in any case.
  public static Optional<Privilege> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /// What a role of an account brings with it.
  public static Set<Privilege> of(Role role) {
    return switch (role) {
      case MEMBER -> Set.of();
      case MODERATOR -> OF_MODERATORS;
      case ADMINISTRATOR -> ALL;
    };
  }

  /// The role that somebody appears under who has these: only who may do everything administers.
  public static Role role(Set<Privilege> privileges) {
    return EnumSet.allOf(Privilege.class).equals(privileges) ? Role.ADMINISTRATOR : Role.MODERATOR;
  }

  /// As it is written in the configuration.
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
