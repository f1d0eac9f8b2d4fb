package chat.salon.irc.service;

import chat.salon.core.Rank;
import chat.salon.irc.Command;
import chat.salon.irc.Service;
import chat.salon.irc.Spec;
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
        new AsCommand(
            new Spec("INVITE", 2, "INVITE <channel> <nick>: asks somebody into a channel."),
            2,
            true),
        new AsCommand(
            "KICK", 2, 2, "KICK <channel> <nick> [<reason>]: puts somebody out of a channel."),
        new ChanServList(),
        new AsCommand(
            "MODE",
            1,
            Integer.MAX_VALUE,
            "MODE <channel> [<modes> [<parameters>]]: tells or changes the modes of a channel."),
        new ChanServRank("OP", Rank.OP, true),
        new ChanServPin(),
        new ChanServPins(),
        new ChanServPurge(),
        new ChanServRegister(),
        new ChanServReject(),
        new ChanServRequests(),
        new ChanServSet(),
        new ChanServSuspend(),
        new AsCommand(
            "TOPIC", 1, 1, "TOPIC <channel> [<text>]: tells the topic of a channel, or sets it."),
        new ChanServTransfer(),
        new ChanServUnban(),
        new ChanServUnpin(),
        new ChanServUnsuspend(),
        new ChanServRank("VOICE", Rank.VOICE, true),
        new ChanServWithdraw());
  }

  /// The short ways to talk to it.
  public static List<Command> aliases() {
    return List.of(new ServiceAlias("CHANSERV", NAME), new ServiceAlias("CS", NAME));
  }
}
