package chat.salon.irc;

import chat.salon.core.PersonId;
import chat.salon.core.Role;
import chat.salon.core.protect.Privilege;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who of those connected to this node is an operator, and what they may do. Any thread.
public final class Staff {
  private final Map<PersonId, Raised> raised = new ConcurrentHashMap<>();
  private volatile OperatorSettings settings = OperatorSettings.DEFAULT;

  /// Somebody who has said OPER.
  public record Raised(OperatorEntry entry, OperatorClass operatorClass) {}

  /// Takes other settings: for OPER from now on, and for who is an operator already.
  public void reload(OperatorSettings now) {
    settings = now;
    raised.replaceAll((_, one) ->
        now.operator(one.entry().name())
            .map(entry -> new Raised(entry, now.classOf(entry)))
            .orElseGet(() ->
                new Raised(one.entry(), new OperatorClass(one.entry().operatorClass(), Set.of()))));
  }

  /// The settings as they are now.
  public OperatorSettings settings() {
    return settings;
  }

  /// Notes that somebody has said OPER.
  public void raise(IrcSession session, OperatorEntry entry) {
    var people = session.salon().people();
    raised.keySet().removeIf(person -> people.presence(person).isEmpty());
    raised.put(session.presence().id(), new Raised(entry, settings.classOf(entry)));
  }

  /// They are no operator by OPER any more.
  public void lower(PersonId person) {
    raised.remove(person);
  }

  /// How somebody has become an operator, if it was by OPER and here.
  public Optional<Raised> raised(PersonId person) {
    return Optional.ofNullable(raised.get(person));
  }

  /// What a session's person may do.
  public Set<Privilege> privileges(IrcSession session) {
    var role = session.role();
    if (role == Role.MEMBER) {
      return Set.of();
    }
    var by = raised.get(session.presence().id());
    return by == null ? Privilege.of(role) : by.operatorClass().privileges();
  }

  /// Whether a session's person may do something.
  public boolean may(IrcSession session, Privilege what) {
    return privileges(session).contains(what);
  }
}
