package chat.salon.irc;

import chat.salon.core.Person;
import chat.salon.core.Role;
import chat.salon.core.protect.Privilege;
import java.util.Optional;
import java.util.Set;

/// What operators may do, by the configuration of this node: by OPER, which is noted with what is
/// known of them on every node, or by the role of their account. Any thread.
public final class Staff {
  private volatile OperatorSettings settings = OperatorSettings.DEFAULT;

  /// Takes other settings: for OPER from now on, and for who is an operator already.
  public void reload(OperatorSettings now) {
    settings = now;
  }

  /// The settings as they are now.
  public OperatorSettings settings() {
    return settings;
  }

  /// Which operator somebody has become by OPER; empty for none, and for one that there is not any
  /// more.
  public Optional<OperatorEntry> raised(Person person) {
    return Optional.ofNullable(person.standing().operator()).flatMap(settings::operator);
  }

  /// What a session's person may do.
  public Set<Privilege> privileges(IrcSession session) {
    var standing = session.person().standing();
    if (standing.role() == Role.MEMBER) {
      return Set.of();
    }
    var name = standing.operator();
    return name == null ? Privilege.of(standing.role()) : privileges(settings, name);
  }

  // Of one who has been taken out of the configuration, none.
  private static Set<Privilege> privileges(OperatorSettings now, String name) {
    return now.operator(name).map(entry -> now.classOf(entry).privileges()).orElse(Set.of());
  }

  /// Whether a session's person may do something.
  public boolean may(IrcSession session, Privilege what) {
    return privileges(session).contains(what);
  }
}
