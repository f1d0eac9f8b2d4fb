package chat.salon.cluster;

import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Look;
import chat.salon.cluster.Message.LostTrack;
import chat.salon.cluster.Message.Question;
import chat.salon.cluster.Settings.Endpoint;
import chat.salon.core.ConversationId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.ReceiveTimeout;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.jspecify.annotations.Nullable;

/// Where the engine has put the owner of a conversation: hands questions on to it, and lets it
/// finish before another node takes over. The conversation itself has its own turns.
final class ConversationOwner extends AbstractActor {
  private final Host host;
  private @Nullable ConversationId<?> where;

  /// The owners on this node.
  interface Host {
    /// @param place of the node that asks; null for this one
    void ask(Ask ask, @Nullable Endpoint place);

    void look(Look look, @Nullable Endpoint place);

    void lostTrack(LostTrack lost, @Nullable Endpoint place);

    /// @return done when another node may own it
    CompletableFuture<Void> release(ConversationId<?> where);
  }

  /// The engine wants to move it, or nobody has needed it for long.
  enum Stop {
    STOP
  }

  private enum Released {
    RELEASED
  }

  ConversationOwner(Host host, Duration idle) {
    this.host = host;
    getContext().setReceiveTimeout(idle);
  }

  /// @param idle after this time without a question it is let go
  static Props props(Host host, Duration idle) {
    return Props.create(ConversationOwner.class, () -> new ConversationOwner(host, idle));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            Question.class,
            question -> {
              var place = Agent.place(getSender());
              switch (question) {
                case Ask ask -> {
                  where = ask.where();
                  host.ask(ask, place);
                }
                case Look look -> {
                  where = look.where();
                  host.look(look, place);
                }
                case LostTrack lost -> {
                  where = lost.where();
                  host.lostTrack(lost, place);
                }
                case Message.AskDirectory _ -> unhandled(question);
              }
            })
        .match(
            ReceiveTimeout.class,
            _ -> getContext().getParent().tell(new ShardRegion.Passivate(Stop.STOP), getSelf()))
        .matchEquals(Stop.STOP, _ -> stop())
        .matchEquals(Released.RELEASED, _ -> getContext().stop(getSelf()))
        .build();
  }

  private void stop() {
    var self = getSelf();
    var released =
        where == null ? CompletableFuture.<Void>completedFuture(null) : host.release(where);
    released.thenRun(() -> self.tell(Released.RELEASED, self));
  }
}
