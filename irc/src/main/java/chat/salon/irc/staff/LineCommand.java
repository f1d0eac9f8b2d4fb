package chat.salon.irc.staff;

import chat.salon.core.WrittenDuration;
import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.Locale;
import java.util.Set;

/// KLINE and DLINE: ban a mask or an address from the whole server, or list such bans.
///
/// @param kinds of bans that it is about
/// @param wanted what its target must be
record LineCommand(String name, Set<Kind> kinds, String wanted) implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            name,
            0,
            name
                + " [<duration>] <"
                + wanted
                + "> [<reason> [| <reason for staff>]]: bans from the whole server. "
                + name
                + " alone, or "
                + name
                + " LIST: says who is banned.")
        .needs(Privilege.BAN)
        .from("Ergo, " + name);
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var first = line.param(0);
    if (first.isEmpty() || (line.size() == 1 && first.toUpperCase(Locale.ROOT).equals("LIST"))) {
      return BanWork.list(session, kinds);
    }
    boolean hasDuration = line.size() > 1 && WrittenDuration.parse(first).isPresent();
    int at = hasDuration ? 1 : 0;
    var given = line.param(at);
    return ServerBan.target(given)
        .filter(target -> kinds.contains(target.kind()))
        .map(target ->
            BanWork.ban(session, target, hasDuration ? first : "", Deeds.rest(line, at + 1)))
        .orElseGet(() -> BanWork.unclear(session, given, wanted));
  }
}
