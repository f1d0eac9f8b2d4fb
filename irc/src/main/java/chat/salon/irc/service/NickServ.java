package chat.salon.irc.service;

import chat.salon.core.FriendDeed;
import chat.salon.core.SlashCommand;
import chat.salon.irc.Command;
import chat.salon.irc.Service;
import java.util.List;

/// The service of accounts. One line for each thing that it does.
public final class NickServ {
  private static final String NAME = "NickServ";

  private NickServ() {}

  /// The service itself.
  public static Service desk() {
    return new ServiceDesk(
        NAME,
        "Accounts, for clients that know neither SASL nor REGISTER",
        new NickServActivity(),
        new NickServAdmin(),
        new NickServDeed(SlashCommand.BLOCK, FriendDeed.BLOCK),
        new NickServCert(),
        new NickServDrop(),
        new NickServForbid(),
        new NickServDeed(SlashCommand.FRIEND, FriendDeed.ASK),
        new NickServFriends(),
        new NickServGhost(),
        new NickServIdentify(),
        new NickServInfo(),
        new NickServList(),
        new NickServLogout(),
        new NickServPasswd(),
        new NickServPrivacy(),
        new NickServRegister(),
        new NickServSaregister(),
        new NickServSessions(),
        new NickServSet(),
        new NickServStatus(),
        new NickServSuspend(),
        new NickServDeed(SlashCommand.UNBLOCK, FriendDeed.UNBLOCK),
        new NickServUnforbid(),
        new NickServDeed(SlashCommand.UNFRIEND, FriendDeed.PART),
        new NickServUnsuspend());
  }

  /// The short ways to talk to it.
  public static List<Command> aliases() {
    return List.of(new ServiceAlias("NICKSERV", NAME), new ServiceAlias("NS", NAME));
  }
}
