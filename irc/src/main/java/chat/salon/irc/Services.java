package chat.salon.irc;

import chat.salon.core.Fold;
import chat.salon.irc.channel.Playback;
import chat.salon.irc.service.ChanServ;
import chat.salon.irc.service.HistServ;
import chat.salon.irc.service.HostServ;
import chat.salon.irc.service.NickServ;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All services, by nick. One line each.
public final class Services {
  private final Map<String, Service> byNick = new TreeMap<>();

  /// All that there are.
  public Services() {
    add(ChanServ.desk());
    add(HistServ.desk());
    add(HostServ.desk());
    add(NickServ.desk());
    add(new Playback());
  }

  /// The service that is spoken to under this nick, in any case.
  public Optional<Service> find(String nick) {
    return Optional.ofNullable(byNick.get(Fold.name(nick)));
  }

  /// In the order of their names.
  public Collection<Service> all() {
    return byNick.values();
  }

  private void add(Service service) {
    byNick.put(Fold.ascii(service.name()), service);
  }
}
