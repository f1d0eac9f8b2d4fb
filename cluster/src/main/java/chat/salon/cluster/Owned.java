package chat.salon.cluster;

import chat.salon.cluster.Message.Answer;
import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Look;
import chat.salon.cluster.Message.Looked;
import chat.salon.cluster.Message.LostTrack;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.LocalPlacement;
import chat.salon.core.Outcome;
import chat.salon.core.request.FollowAnew;
import chat.salon.core.request.Request;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The conversations that this node owns, for those who ask from anywhere. Any thread; nothing
/// waits.
final class Owned implements ConversationOwner.Host {
  private static final Logger LOG = LoggerFactory.getLogger(Owned.class);

  private final LocalPlacement owned;
  private final Post post;

  Owned(LocalPlacement owned, Post post) {
    this.owned = owned;
    this.post = post;
  }

  @Override
  public void ask(Ask ask) {
    answered(ask)
        .whenComplete((outcome, fault) -> {
          if (fault != null) { // the asker knows only that there was one
            LOG.error("{} of {}", ask.request().getClass().getSimpleName(), ask.where(), fault);
          }
          post.send(ask.from(), new Answer(ask.id(), outcome));
        });
  }

  @SuppressWarnings("unchecked") // a request is for the conversation that it is asked of
  private <S extends ConversationState> CompletableFuture<Outcome> answered(Ask ask) {
    return owned.ask(
        (ConversationId<S>) ask.where(), ask.actor(), (Request<S>) ask.request(), ask.origin());
  }

  @Override
  public void look(Look look) {
    var channel = owned.look(look.where()).map(ChannelState::snapshot).orElse(null);
    post.send(look.from(), new Looked(look.id(), channel));
  }

  @Override
  public void lostTrack(LostTrack lost) {
    owned.ask(lost.where(), Actor.SERVER, new FollowAnew(lost.from()), null);
  }

  @Override
  public CompletableFuture<Void> release(ConversationId<?> where) {
    return owned.release(where);
  }
}
