package chat.salon.server;

import chat.salon.server.Trouble.Effect;
import chat.salon.store.Store;
import java.util.List;

/// How the store is. When it could not write, it tries again each time that it is asked.
record StoreHealth(Store store) implements Health {

  @Override
  public List<Trouble> troubles() {
    var health = store.health();
    if (health.isWritable()) {
      return List.of();
    }
    var effect = health.isOver() ? Effect.BROKEN : Effect.NOT_READY;
    return List.of(new Trouble("store", effect, health.why()));
  }
}
