package chat.salon.irc;

import chat.salon.core.Fold;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All services, by nick, with what each of them does.
final class Services {
  private final Map<String, Service> byNick = new TreeMap<>();

  Services() {
    add(
        new ServiceDesk(
            "NickServ",
            "Accounts, for clients that know neither SASL nor REGISTER",
            new NickServAdmin(),
            new NickServIdentify(),
            new NickServInfo(),
            new NickServLogout(),
            new NickServRegister()));
  }

  /// The service that is spoken to under this nick, in any case.
  Optional<Service> find(String nick) {
    return Optional.ofNullable(byNick.get(Fold.ascii(nick)));
  }

  /// In the order of their names.
  Collection<Service> all() {
    return byNick.values();
  }

  private void add(Service service) {
    byNick.put(Fold.ascii(service.name()), service);
  }
}
