package chat.salon.irc.service;

import chat.salon.core.Rank;
import chat.salon.irc.Command;
import chat.salon.irc.Service;
import java.util.List;

/// The service of channels. One line for each thing that it does.
public final class ChanServ {
  private static final String NAME = "ChanServ";

  private ChanServ() {}

  /// The service itself.
  public static Service desk() {
    return new ServiceDesk(
        NAME,
        "Channels",
        new ChanServAccept(),
        new ChanServRank("ADMIN", Rank.ADMIN, true),
        new ChanServAmode(),
        new ChanServBan(),
        new ChanServClear(),
        new ChanServRank("DEADMIN", Rank.ADMIN, false),
        new ChanServRank("DEHALFOP", Rank.HALFOP, false),
        new ChanServRank("DEOP", Rank.OP, false),
        new ChanServRank("DEVOICE", Rank.VOICE, false),
        new ChanServDrop(),
        new ChanServGetKey(),
        new ChanServGroup(),
        new ChanServRank("HALFOP", Rank.HALFOP, true),
        new ChanServInfo(),
        new ChanServRank("OP", Rank.OP, true),
        new ChanServPin(),
        new ChanServPins(),
        new ChanServRegister(),
        new ChanServReject(),
        new ChanServRequests(),
        new ChanServSet(),
        new ChanServTransfer(),
        new ChanServUnban(),
        new ChanServUnpin(),
        new ChanServRank("VOICE", Rank.VOICE, true),
        new ChanServWithdraw());
  }

  /// The short ways to talk to it.
  public static List<Command> aliases() {
    return List.of(new ServiceAlias("CHANSERV", NAME), new ServiceAlias("CS", NAME));
  }
}
