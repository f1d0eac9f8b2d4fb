package chat.salon.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Who knows the addresses of a name. May wait for long, in native code: never called on a virtual
/// thread.
@FunctionalInterface
public interface Resolver {
  /// The name servers of this machine.
  Resolver SYSTEM = InetAddress::getAllByName;

  /// In the order in which they are to be tried; never none.
  InetAddress[] resolve(String name) throws UnknownHostException;
}
