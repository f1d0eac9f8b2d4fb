package chat.salon.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/// Turns configured places into open ports, and what the system says against it into a sentence.
final class Listeners {
  private Listeners() {}

  /// Opens one port.
  interface Opening {
    /// @return where it is open, for port 0
    InetSocketAddress open(InetSocketAddress address) throws IOException;
  }

  /// @param key that the places come from
  /// @return the places, with the ports that the system chose for port 0
  /// @throws StartException one of them cannot be had
  static List<Endpoint> open(String key, List<Endpoint> places, Opening opening) {
    return places.stream()
        .filter(place -> places.size() == 1 || !isMissingLoopback(place))
        .map(place -> place.withPort(open(key, place, opening).getPort()))
        .toList();
  }

  // A machine without IPv6 has no ::1, which the defaults name beside 127.0.0.1.
  private static boolean isMissingLoopback(Endpoint place) {
    try {
      return place.host().equals("::1")
          && NetworkInterface.getByInetAddress(place.address().getAddress()) == null;
    } catch (SocketException _) {
      return true;
    }
  }

  private static InetSocketAddress open(String key, Endpoint place, Opening opening) {
    var address = place.address();
    if (address.isUnresolved()) {
      throw StartException.misconfigured(
          key + " is \"" + place + "\": there is no host " + place.host());
    }
    try {
      return opening.open(address);
    } catch (IOException e) {
      var why = String.valueOf(e.getMessage());
      if (place.host().equals("::") && why.contains("not supported")) {
        return open(key, new Endpoint("0.0.0.0", place.port()), opening); // a machine without IPv6
      }
      throw refused(place, e);
    }
  }

  /// A port that cannot be had.
  static StartException refused(Endpoint place, Exception why) {
    var said = explained(place, String.valueOf(why.getMessage()));
    return new StartException("cannot listen on " + place + ": " + said, why);
  }

  private static String explained(Endpoint place, String why) {
    if (why.contains("in use")) {
      return "port " + place.port() + " is taken, perhaps by another Salon";
    }
    if (why.contains("ermission denied")) {
      return "this user may not open port " + place.port() + "; take one above 1023";
    }
    return why.contains("assign requested") ? "this machine does not have that address" : why;
  }
}
