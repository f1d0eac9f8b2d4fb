package chat.salon.irc.service;

import chat.salon.irc.Command;
import chat.salon.irc.Service;
import java.util.List;

/// The service of history, for clients that know neither CHATHISTORY nor REDACT. One line for each
/// thing that it does.
public final class HistServ {
  private static final String NAME = "HistServ";

  private HistServ() {}

  /// The service itself.
  public static Service desk() {
    return new ServiceDesk(
        NAME,
        "History, for clients that know neither CHATHISTORY nor REDACT",
        new HistServDelete(),
        new HistServExport(),
        new HistServForget(),
        new HistServPlay());
  }

  /// The short ways to talk to it.
  public static List<Command> aliases() {
    return List.of(new ServiceAlias("HISTSERV", NAME), new ServiceAlias("HS", NAME));
  }
}
