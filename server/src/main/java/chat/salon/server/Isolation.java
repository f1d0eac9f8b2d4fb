package chat.salon.server;

import chat.salon.server.Trouble.Effect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a node without which its network goes on: its people read on, nobody writes, and
/// it looks for the way back. Any thread.
final class Isolation implements Health {
  private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final String NEWS =
      "This server is cut off from the others of its network. Until it is back you can read here,"
          + " and nobody sees what you write; then you will be asked to connect again";

  private final Chat chat;
  private final NodeNumber number;
  private final Consumer<String> tellAll;
  private final Chores chores;
  private final CompletableFuture<Void> wayBack = new CompletableFuture<>();

  private Isolation(Chat chat, NodeNumber number, Consumer<String> tellAll, Chores chores) {
    this.chat = chat;
    this.number = number;
    this.tellAll = tellAll;
    this.chores = chores;
  }

  /// Watches over a node; nothing happens before it is cut off.
  static Isolation of(Chat chat, NodeNumber number, Consumer<String> tellAll, Chores chores) {
    var isolation = new Isolation(chat, number, tellAll, chores);
    chat.cutOff().thenRunAsync(isolation::begin, chores);
    return isolation;
  }

  /// Done when the node can be part of a network again: it is to be started anew.
  CompletableFuture<Void> wayBack() {
    return wayBack;
  }

  boolean isCutOff() {
    return chat.cutOff().isDone();
  }

  private void begin() {
    LOG.error("This node is cut off from its network, which goes on without it");
    tellAll.accept(NEWS);
    number.rest();
    chores.every(BETWEEN_LOOKS, this::look);
  }

  // Another node answers; or there is none any more, so that the first to come back begins anew.
  private void look() {
    if (chat.reachesAnother() || number.isOfNobody()) {
      LOG.info("The way back is open");
      wayBack.complete(null);
    }
  }

  @Override
  public List<Trouble> troubles() {
    return isCutOff()
        ? List.of(new Trouble("cluster", Effect.NOT_READY, "it is cut off from its network"))
        : List.of();
  }
}
