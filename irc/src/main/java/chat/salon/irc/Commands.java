package chat.salon.irc;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All commands, by name. One line each.
final class Commands {
  private final Map<String, Command> byName = new TreeMap<>();

  Commands() {
    add(new AuthenticateCommand());
    add(new CapCommand());
    add(new NickCommand());
    add(new PassCommand());
    add(new PingCommand());
    add(new PongCommand());
    add(new QuitCommand());
    add(new RegisterCommand());
    add(new ServiceAlias("NICKSERV", "NickServ"));
    add(new ServiceAlias("NS", "NickServ"));
    add(new UserCommand());
    add(new VerifyCommand());
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
