package chat.salon.irc;

import chat.salon.core.account.AuthTokens;
import chat.salon.irc.arrival.Ranges;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The services outside of Salon to which people show who they are (IRCv3 draft/authtoken). Section
/// `[authtoken]` of the configuration; checked when it is made, an [IllegalArgumentException] names
/// the key.
///
/// @param services no two of the same name
/// @param validators addresses and ranges of them, from which services may ask whose a token is
/// @param accountRequired whether only those who are logged in get tokens
/// @param seconds that a token is good for
/// @param waiting tokens that may wait to be shown, of everybody together
/// @param waitingOfOne the same of one account, or of guests under one nick
public record TokenSettings(
    List<TokenService> services,
    List<String> validators,
    boolean accountRequired,
    int seconds,
    int waiting,
    int waitingOfOne) {

  /// What holds where the configuration says nothing.
  public static final TokenSettings DEFAULT =
      new TokenSettings(List.of(), List.of("127.0.0.0/8", "::1"), true, 300, 10_000, 20);

  public TokenSettings {
    services = List.copyOf(services);
    validators = Ranges.check("authtoken.validators", validators);
    var names = new HashSet<String>();
    for (var service : services) {
      if (!names.add(service.key())) {
        throw new IllegalArgumentException(
            "authtoken.services has two of the name " + service.name());
      }
    }
    check("seconds", seconds, 10, 3_600);
    check("waiting", waiting, 1, 1_000_000);
    check("waiting_of_one", waitingOfOne, 1, 1_000_000);
  }

  AuthTokens.Room room() {
    return new AuthTokens.Room(waiting, waitingOfOne);
  }

  /// The service of this name, in any case.
  public Optional<TokenService> service(String name) {
    return services.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "authtoken." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
