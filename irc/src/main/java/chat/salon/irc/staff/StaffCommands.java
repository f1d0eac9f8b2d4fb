package chat.salon.irc.staff;

import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.irc.Command;
import chat.salon.irc.channel.SamodeCommand;
import java.util.List;
import java.util.Set;

/// The commands of this package.
public final class StaffCommands {
  private StaffCommands() {}

  public static List<Command> all() {
    return List.of(
        new OperCommand(),
        new DeoperCommand(),
        new KillCommand(),
        new WallopsCommand(),
        new AnnounceCommand(),
        new StatsCommand(),
        new UbanCommand(),
        new LineCommand("KLINE", Set.of(Kind.MASK), "nick!user@host"),
        new UnlineCommand("UNKLINE", Set.of(Kind.MASK), "nick!user@host"),
        new LineCommand("DLINE", Set.of(Kind.ADDRESS), "address or range"),
        new UnlineCommand("UNDLINE", Set.of(Kind.ADDRESS), "address or range"),
        new SpamfilterCommand(),
        new DefconCommand(),
        new SajoinCommand(),
        new SapartCommand(),
        new SakickCommand(),
        new SamodeCommand(),
        new SanickCommand(),
        new SaregisterCommand(),
        new AuditCommand());
  }
}
