package chat.salon.irc;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All commands, by name. One line each.
final class Commands {
  private final Map<String, Command> byName = new TreeMap<>();

  Commands() {
    add(new AdminCommand());
    add(new AuthenticateCommand());
    add(new AwayCommand());
    add(new CapCommand());
    add(new ChathistoryCommand());
    add(new HelpCommand("HELP"));
    add(new HelpCommand("HELPOP"));
    add(new InfoCommand());
    add(new InviteCommand());
    add(new IsonCommand());
    add(new JoinCommand());
    add(new KickCommand());
    add(new ListCommand());
    add(new LusersCommand());
    add(new ModeCommand());
    add(new MotdCommand());
    add(new NamesCommand());
    add(new NickCommand());
    add(new NoticeCommand());
    add(new PartCommand());
    add(new PassCommand());
    add(new PingCommand());
    add(new PongCommand());
    add(new PrivmsgCommand());
    add(new QuitCommand());
    add(new RegisterCommand());
    add(new RehashCommand());
    add(new ServiceAlias("NICKSERV", "NickServ"));
    add(new ServiceAlias("NS", "NickServ"));
    add(new SetnameCommand());
    add(new TagmsgCommand());
    add(new TimeCommand());
    add(new TopicCommand());
    add(new UserCommand());
    add(new UserhostCommand());
    add(new VerifyCommand());
    add(new VersionCommand());
    add(new WhoCommand());
    add(new WhoisCommand());
    add(new WhowasCommand());
  }

  @Nullable Command find(String name) {
    return byName.get(name);
  }

  /// In the order of their names.
  Collection<Command> all() {
    return byName.values();
  }

  private void add(Command command) {
    if (byName.put(command.spec().name(), command) != null) {
      throw new IllegalStateException("two commands named " + command.spec().name());
    }
  }
}
