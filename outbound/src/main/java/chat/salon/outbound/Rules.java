package chat.salon.outbound;

import chat.salon.core.GlobalAddress;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Predicate;

/// Where somebody who names an address may make this server connect to.
///
/// @param plain whether without TLS, too
/// @param ports empty for any
/// @param mayReach which addresses may be connected to
public record Rules(boolean plain, Set<Integer> ports, Predicate<InetAddress> mayReach) {
  /// The Internet at large, by these ports and no others.
  public static Rules global(boolean plain, Set<Integer> ports) {
    return new Rules(plain, ports, GlobalAddress::is);
  }

  /// Anywhere, this machine included: for tests, or where who runs the server says so.
  public static final Rules ANYWHERE = new Rules(true, Set.of(), _ -> true);
}
