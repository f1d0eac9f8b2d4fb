package chat.salon.irc.staff;

import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.Set;

/// UNKLINE and UNDLINE: lift a ban from the whole server.
///
/// @param kinds of bans that it is about
/// @param wanted what its target must be
record UnlineCommand(String name, Set<Kind> kinds, String wanted) implements Command {
  @Override
  public Spec spec() {
    return new Spec(name, 1, name + " <" + wanted + ">: lifts a ban from the whole server.")
        .needs(Privilege.BAN)
        .from("Ergo, " + name);
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return ServerBan.target(line.param(0))
        .filter(target -> kinds.contains(target.kind()))
        .map(target -> BanWork.lift(session, target))
        .orElseGet(() -> BanWork.unclear(session, line.param(0), wanted));
  }
}
