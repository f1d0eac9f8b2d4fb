package chat.salon.irc.service;

import chat.salon.irc.Command;
import chat.salon.irc.Service;
import java.util.List;

/// The service of the hosts under which accounts are shown. One line for each thing that it does.
/// HS is HistServ's.
public final class HostServ {
  private static final String NAME = "HostServ";

  private HostServ() {}

  /// The service itself.
  public static Service desk() {
    return new ServiceDesk(
        NAME,
        "The hosts under which accounts are shown",
        new HostServApprove(),
        new HostServDel(),
        new HostServWear("OFF", false),
        new HostServWear("ON", true),
        new HostServReject(),
        new HostServRequest(),
        new HostServSet(),
        new HostServStatus(),
        new HostServWaiting());
  }

  /// The short way to talk to it.
  public static List<Command> aliases() {
    return List.of(new ServiceAlias("HOSTSERV", NAME));
  }
}
