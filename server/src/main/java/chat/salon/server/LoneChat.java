package chat.salon.server;

import chat.salon.core.Audience;
import chat.salon.core.Limits;
import chat.salon.core.LocalDirectory;
import chat.salon.core.LocalPlacement;
import chat.salon.core.LocalRelay;
import chat.salon.core.Salon;
import chat.salon.core.Stamps;
import chat.salon.core.port.Topology;
import chat.salon.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/// The chat of a server that is alone: it owns every conversation and knows everybody by itself.
///
/// @param placement behind the salon
record LoneChat(Salon salon, LocalPlacement placement, MeasuredLog log) implements Chat {
  private static final int ONLY_NODE = 0;

  static LoneChat of(Store store, InstantSource clock, Configuration configuration) {
    var log = new MeasuredLog(store.messageLog());
    var stamps = new Stamps(clock, ONLY_NODE);
    var limits = configuration.limits();
    var audience = new Audience(ONLY_NODE);
    var directory = new LocalDirectory();
    var relay = new LocalRelay(audience);
    var placement =
        new LocalPlacement(log, store.conversations(), stamps, directory, relay, limits);
    var parts =
        new Salon.Parts(
            ONLY_NODE,
            log,
            store.conversations(),
            store.nicks(),
            store.readMarkers(),
            store.friendships(),
            store.boundaries(),
            store.profiles(),
            placement,
            directory,
            relay,
            Topology.ALONE,
            stamps,
            limits,
            configuration.accounts().nickIsAccount());
    return new LoneChat(new Salon(parts, audience), placement, log);
  }

  @Override
  public int channels() {
    return placement.channels().size();
  }

  @Override
  public void reload(Limits limits) {
    salon.reload(limits);
    placement.reload(limits);
  }

  @Override
  public void sweep(Duration idle) {
    placement.sweep(idle);
  }

  @Override
  public CompletableFuture<Void> cutOff() {
    return new CompletableFuture<>();
  }

  @Override
  public long falseClaims() {
    return 0;
  }

  @Override
  public boolean reachesAnother() {
    return false;
  }

  @Override
  public void close() {}
}
