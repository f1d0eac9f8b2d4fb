package chat.salon.irc.login;

import chat.salon.irc.Command;
import java.util.List;

/// The commands by which a connection becomes somebody, and remains it. One line each.
public final class LoginCommands {
  private LoginCommands() {}

  /// All of them.
  public static List<Command> all() {
    return List.of(
        new AuthenticateCommand(),
        new AwayCommand(),
        new CapCommand(),
        new NickCommand(),
        new PassCommand(),
        new PersistenceCommand(),
        new PingCommand(),
        new PongCommand(),
        new QuitCommand(),
        new RegisterCommand(),
        new TokenCommand(),
        new UserCommand(),
        new VerifyCommand(),
        new WebircCommand());
  }
}
