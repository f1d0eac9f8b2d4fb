package chat.salon.server;

import chat.salon.core.Audience;
import chat.salon.core.Limits;
import chat.salon.core.LocalDirectory;
import chat.salon.core.LocalPlacement;
import chat.salon.core.Salon;
import chat.salon.core.Stamps;
import chat.salon.core.port.Relay;
import chat.salon.store.Store;
import java.time.InstantSource;

/// The chat of a server that is alone: it owns every conversation and knows everybody by itself.
///
/// @param placement behind the salon
/// @param log behind the placement
record Chat(Salon salon, LocalPlacement placement, MeasuredLog log) {
  private static final int ONLY_NODE = 0;

  static Chat of(Store store, InstantSource clock, Configuration configuration) {
    var log = new MeasuredLog(store.messageLog());
    var stamps = new Stamps(clock, ONLY_NODE);
    var limits = configuration.limits();
    var audience = new Audience(ONLY_NODE);
    var directory = new LocalDirectory();
    Relay relay = (_, deliveries) -> audience.deliver(deliveries);
    var placement =
        new LocalPlacement(log, store.conversations(), stamps, directory, relay, limits);
    var parts =
        new Salon.Parts(
            ONLY_NODE,
            log,
            store.conversations(),
            store.nicks(),
            placement,
            directory,
            relay,
            stamps,
            limits,
            configuration.accounts().nickIsAccount());
    return new Chat(new Salon(parts, audience), placement, log);
  }

  /// Takes other limits, for what happens from now on.
  void reload(Limits limits) {
    salon.reload(limits);
    placement.reload(limits);
  }
}
