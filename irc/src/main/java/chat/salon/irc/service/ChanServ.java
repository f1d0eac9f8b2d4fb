package chat.salon.irc.service;

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
        new ChanServBan(),
        new ChanServDrop(),
        new ChanServGroup(),
        new ChanServInfo(),
        new ChanServPin(),
        new ChanServPins(),
        new ChanServRegister(),
        new ChanServReject(),
        new ChanServRequests(),
        new ChanServSet(),
        new ChanServUnban(),
        new ChanServUnpin(),
        new ChanServWithdraw());
  }

  /// The short ways to talk to it.
  public static List<Command> aliases() {
    return List.of(new ServiceAlias("CHANSERV", NAME), new ServiceAlias("CS", NAME));
  }
}
