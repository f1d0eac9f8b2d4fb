package chat.salon.irc.query;

import chat.salon.irc.Command;
import java.util.List;

/// The questions, and what people say of themselves. One line each.
public final class QueryCommands {
  private QueryCommands() {}

  /// All of them.
  public static List<Command> all() {
    return List.of(
        new AdminCommand(),
        new HelpCommand("HELP"),
        new HelpCommand("HELPOP"),
        new InfoCommand(),
        new IsonCommand(),
        new IsupportCommand(),
        new LinksCommand(),
        new LusersCommand(),
        new MapCommand(),
        new MetadataCommand(),
        new MonitorCommand(),
        new MotdCommand(),
        new RehashCommand(),
        new SetnameCommand(),
        new SilenceCommand(),
        new TimeCommand(),
        new UserhostCommand(),
        new UseripCommand(),
        new UsersCommand(),
        new VersionCommand(),
        new WebPushCommand(),
        new WhoCommand(),
        new WhoisCommand(),
        new WhowasCommand());
  }
}
