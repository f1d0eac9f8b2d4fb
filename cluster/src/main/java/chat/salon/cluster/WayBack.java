package chat.salon.cluster;

import chat.salon.cluster.Settings.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Where other nodes are or have been, and whether one of them answers. Any thread.
final class WayBack {
  private static final int MOST_MILLIS = 1000;

  private final Optional<NodeTls> tls;
  private final Queue<Endpoint> places; // the one that has not been tried for longest is first

  WayBack(Settings settings) {
    tls = settings.tls();
    places = new ArrayDeque<>(settings.join());
    places.remove(settings.announced());
  }

  /// A node is there now.
  synchronized void leadsTo(Endpoint place) {
    if (!places.contains(place)) {
      places.add(place);
    }
  }

  /// Whether a node answers at the next place, with a key of this network. One that is cut off
  /// itself does not.
  boolean isOpen() {
    var place = next();
    return place.isPresent() && answers(place.get());
  }

  private synchronized Optional<Endpoint> next() {
    var next = Optional.ofNullable(places.poll());
    next.ifPresent(places::add);
    return next;
  }

  private boolean answers(Endpoint place) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(place.host(), place.port()), MOST_MILLIS);
      socket.setSoTimeout(MOST_MILLIS);
      if (tls.isPresent()) {
        tls.get().greet(socket, place);
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
