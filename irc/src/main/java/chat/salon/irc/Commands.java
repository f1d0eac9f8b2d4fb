package chat.salon.irc;

import chat.salon.irc.channel.ChannelCommands;
import chat.salon.irc.login.LoginCommands;
import chat.salon.irc.query.QueryCommands;
import chat.salon.irc.service.ChanServ;
import chat.salon.irc.service.HistServ;
import chat.salon.irc.service.HostServ;
import chat.salon.irc.service.NickServ;
import chat.salon.irc.staff.StaffCommands;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All commands, by name. Each package lists its own.
public final class Commands {
  private final Map<String, Command> byName = new TreeMap<>();

  /// All that there are.
  public Commands() {
    ChannelCommands.all().forEach(this::add);
    LoginCommands.all().forEach(this::add);
    QueryCommands.all().forEach(this::add);
    StaffCommands.all().forEach(this::add);
    ChanServ.aliases().forEach(this::add);
    HistServ.aliases().forEach(this::add);
    HostServ.aliases().forEach(this::add);
    NickServ.aliases().forEach(this::add);
  }

  /// The command of this name, in upper case; null for none.
  public @Nullable Command find(String name) {
    return byName.get(name);
  }

  /// In the order of their names.
  public Collection<Command> all() {
    return byName.values();
  }

  private void add(Command command) {
    if (byName.put(command.spec().name(), command) != null) {
      throw new IllegalStateException("two commands named " + command.spec().name());
    }
  }
}
