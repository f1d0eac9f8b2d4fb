package chat.salon.server;

import chat.salon.core.Limits;
import chat.salon.core.Salon;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// The chat of a server: by itself, or as one node of a network.
interface Chat extends AutoCloseable {

  Salon salon();

  /// What lies behind it.
  MeasuredLog log();

  /// How many channels people of this server are in.
  int channels();

  /// Takes other limits, for what happens from now on.
  void reload(Limits limits);

  /// Forgets the conversations that nobody has asked anything for so long.
  void sweep(Duration idle);

  /// Done when the other nodes had to do without this one: what is here can be read, and nothing
  /// changed. Never for a server that is alone.
  CompletableFuture<Void> cutOff();

  /// How often another node said what it may not.
  long falseClaims();

  /// Whether the way to another node is open. May wait for a second.
  boolean reachesAnother();

  /// Gives back what it has, in order.
  @Override
  void close();
}
