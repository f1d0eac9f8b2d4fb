package chat.salon.acceptance.faults;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.IrcClient.Gone;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Finds out whether all nodes are one network: guests who come to each of them see each other.
final class Wholeness {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(90).toNanos();
  private static final long BETWEEN_TRIES_NANOS = Duration.ofMillis(100).toNanos();
  private static final String SEES = "303";

  private final Network network;
  private int tries;

  Wholeness(Network network) {
    this.network = network;
  }

  /// Waits until it is so.
  ///
  /// @return false when it was not so for as long as anybody waits
  boolean await() {
    for (long began = Recorder.now(); Recorder.now() - began < PATIENCE_NANOS; ) {
      if (isWhole()) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
    return false;
  }

  private boolean isWhole() {
    tries++;
    var guests = new ArrayList<IrcClient>();
    try {
      var nicks = new ArrayList<String>();
      for (int node = 0; node < network.nodes(); node++) {
        var guest = IrcClient.dial(network.address(node));
        guests.add(guest);
        nicks.add("probe" + tries + "x" + node);
        guest.register(nicks.getLast());
      }
      return guests.stream().allMatch(guest -> sees(guest, nicks));
    } catch (UncheckedIOException | Gone _) {
      return false;
    } finally {
      guests.forEach(IrcClient::close);
    }
  }

  private static boolean sees(IrcClient guest, List<String> nicks) {
    guest.send("ISON " + String.join(" ", nicks));
    var line = guest.next();
    while (!line.command().equals(SEES)) {
      line = guest.next();
    }
    return Set.copyOf(Arrays.asList(line.param(1).split(" "))).containsAll(nicks);
  }
}
