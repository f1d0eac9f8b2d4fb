package chat.salon.irc;

import chat.salon.core.Role;
import chat.salon.core.protect.Privilege;
import org.jspecify.annotations.Nullable;

/// What is true of a command before it is run.
///
/// @param name upper case
/// @param params how many it needs at least; fewer are answered by 461
/// @param phase when it may be used
/// @param role that it needs on the server
/// @param privilege that it needs, as staff; null for none
/// @param help for HELP: its syntax and what it does
/// @param source the specification that it follows, with the section: `Modern IRC, KICK message`;
///   for docs/irc.md
public record Spec(
    String name,
    int params,
    Phase phase,
    Role role,
    @Nullable Privilege privilege,
    String help,
    String source) {

  /// When a command may be used.
  public enum Phase {
    /// Before registration and after it.
    ALWAYS,
    /// Only after registration; before it, 451.
    REGISTERED
  }

  /// A command for everybody who has registered.
  public Spec(String name, int params, String help) {
    this(name, params, Phase.REGISTERED, Role.MEMBER, null, help, "");
  }

  /// A command that is used before registration too.
  public static Spec always(String name, int params, String help) {
    return new Spec(name, params, Phase.ALWAYS, Role.MEMBER, null, help, "");
  }

  /// The same for those only who have such a role on the server; others are told 481.
  public Spec forRole(Role needed) {
    return new Spec(name, params, phase, needed, privilege, help, source);
  }

  /// The same for staff who may do this; others are told 481.
  public Spec needs(Privilege needed) {
    return new Spec(name, params, phase, role, needed, help, source);
  }

  /// The same with the specification that it follows.
  public Spec from(String specification) {
    return new Spec(name, params, phase, role, privilege, help, specification);
  }
}
