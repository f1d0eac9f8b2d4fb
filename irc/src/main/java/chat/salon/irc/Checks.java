package chat.salon.irc;

import chat.salon.core.Refusal.NotPermitted;
import chat.salon.wire.Line;
import org.jspecify.annotations.Nullable;

/// What is checked of every command, once, before it is run.
public final class Checks {
  private Checks() {}

  /// What is said to a command that there is not.
  public static Line unknown(IrcSession session, Line line) {
    return session.numeric("421", Words.named(line.command()), "Unknown command");
  }

  /// Why the command is not run; null when it is.
  static @Nullable Line refusal(IrcSession session, Command command, Line line) {
    var spec = command.spec();
    if (!session.isRegistered() && spec.phase() == Spec.Phase.REGISTERED) {
      return session.numeric("451", "You have not registered");
    }
    if (line.size() < spec.params()) {
      return session.numeric("461", spec.name(), "Not enough parameters");
    }
    if (session.isRegistered() && session.role().compareTo(spec.role()) < 0) {
      return Numerics.line(session, new NotPermitted(spec.role()));
    }
    var privilege = spec.privilege();
    if (privilege != null
        && session.isRegistered()
        && !session.door().staff().may(session, privilege)) {
      return session.numeric(
          "481",
          "Permission denied: "
              + spec.name()
              + " is for operators with the privilege "
              + privilege.title());
    }
    return null;
  }
}
