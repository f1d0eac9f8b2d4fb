package chat.salon.acceptance;

import chat.salon.core.Actor;
import chat.salon.core.Audience;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.Limits;
import chat.salon.core.LocalDirectory;
import chat.salon.core.LocalPlacement;
import chat.salon.core.Origin;
import chat.salon.core.Outcome;
import chat.salon.core.Salon;
import chat.salon.core.Stamps;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Nicks;
import chat.salon.core.port.Placement;
import chat.salon.core.port.Relay;
import chat.salon.core.request.Request;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A double of the engine that joins nodes, in one JVM: each conversation is owned by one of the
/// nodes, as its name says, and what goes from one node to another goes in order, by a thread of
/// its own. Everybody sees one directory and one store.
final class TwoNodes implements AutoCloseable {
  private final LocalDirectory directory = new LocalDirectory();
  private final List<Audience> audiences = new ArrayList<>();
  private final List<ExecutorService> wires = new ArrayList<>();
  private final List<LocalPlacement> owners = new ArrayList<>();
  private final List<Salon> salons = new ArrayList<>();

  TwoNodes(
      int nodes,
      MessageLog log,
      Conversations conversations,
      Nicks nicks,
      InstantSource clock,
      Limits limits,
      boolean nickIsAccount) {
    for (int node = 0; node < nodes; node++) {
      audiences.add(new Audience(node));
      wires.add(
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("wire to node " + node).factory()));
    }
    for (int node = 0; node < nodes; node++) {
      var stamps = new Stamps(clock, node);
      var relay = relay(node);
      owners.add(new LocalPlacement(log, conversations, stamps, directory, relay, limits));
      salons.add(
          new Salon(
              new Salon.Parts(
                  node,
                  log,
                  conversations,
                  nicks,
                  new Owners(node),
                  directory,
                  relay,
                  stamps,
                  limits,
                  nickIsAccount),
              audiences.get(node)));
    }
  }

  Salon salon(int node) {
    return salons.get(node);
  }

  private Relay relay(int from) {
    return (node, deliveries) -> {
      if (node == from) {
        audiences.get(node).deliver(deliveries);
      } else {
        wires.get(node).execute(() -> audiences.get(node).deliver(deliveries));
      }
    };
  }

  /// Where the owners are, as seen from one node.
  private final class Owners implements Placement {
    private final int here;

    Owners(int here) {
      this.here = here;
    }

    @Override
    public <S extends ConversationState> CompletableFuture<Outcome> ask(
        ConversationId<S> where, Actor actor, Request<S> request, @Nullable Origin origin) {
      int owner = ownerOf(where);
      if (owner == here) {
        return owners.get(owner).ask(where, actor, request, origin);
      }
      var answer = new CompletableFuture<Outcome>();
      wires
          .get(owner)
          .execute(() ->
              owners
                  .get(owner)
                  .ask(where, actor, request, origin)
                  .whenComplete((outcome, fault) -> bringBack(outcome, fault, answer)));
      return answer;
    }

    // By the same wire as the events, so that this node's audience has been handed them before.
    private void bringBack(
        @Nullable Outcome outcome, @Nullable Throwable fault, CompletableFuture<Outcome> answer) {
      wires
          .get(here)
          .execute(() -> {
            if (fault != null) {
              answer.completeExceptionally(fault);
            } else {
              answer.complete(outcome);
            }
          });
    }

    @Override
    public Optional<ChannelState> look(ChannelName name) {
      return owners.get(ownerOf(name)).look(name);
    }

    @Override
    public Collection<ChannelState> channels() {
      return owners.stream().flatMap(owner -> owner.channels().stream()).toList();
    }

    private int ownerOf(ConversationId<?> where) {
      return Math.floorMod(where.key().hashCode(), owners.size());
    }
  }

  /// Waits until what is on its way between the nodes has arrived, and what that has caused too.
  void settle() {
    try {
      for (int round = 0; round < 2; round++) {
        for (var wire : wires) {
          wire.submit(() -> {}).get(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("the wire between the nodes is stuck", e);
    }
  }

  @Override
  public void close() {
    wires.forEach(ExecutorService::shutdown);
  }
}
