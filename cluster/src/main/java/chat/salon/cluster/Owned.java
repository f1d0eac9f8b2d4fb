package chat.salon.cluster;

import chat.salon.cluster.Message.Answer;
import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Look;
import chat.salon.cluster.Message.Looked;
import chat.salon.cluster.Message.LostTrack;
import chat.salon.cluster.Settings.Endpoint;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.IdempotencyKey;
import chat.salon.core.LocalPlacement;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NoAnswer;
import chat.salon.core.request.FollowAnew;
import chat.salon.core.request.Request;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The conversations that this node owns, for those who ask from anywhere. Any thread; nothing
/// waits.
final class Owned implements ConversationOwner.Host {
  private static final Logger LOG = LoggerFactory.getLogger(Owned.class);

  private final LocalPlacement owned;
  private final Post post;
  private final Calls calls;
  private final Callers callers;
  private final Doubts doubts;

  /// @param calls what this node asks
  Owned(
      LocalPlacement owned,
      Post post,
      Calls calls,
      Claims claims,
      Callers callers,
      Doubts.Bounds bounds) {
    this.owned = owned;
    this.post = post;
    this.calls = calls;
    this.callers = callers;
    this.doubts = new Doubts(claims, callers, bounds, this::take, this::refuse);
  }

  /// What other nodes ask and nobody vouches for yet.
  Doubts doubts() {
    return doubts;
  }

  @Override
  public void ask(Ask ask, @Nullable Endpoint place) {
    doubts.asked(ask, place);
  }

  private void refuse(Ask ask) {
    post.send(ask.from(), new Answer(ask.id(), new Refused(new NoAnswer())));
  }

  private void take(Ask ask) {
    if (ask.from() == post.here() && !calls.reached(ask.id(), ask.key())) {
      return; // it is under way here, or somebody else says that it is this node
    }
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
        (ConversationId<S>) ask.where(),
        ask.actor(),
        (Request<? super S>) ask.request(),
        ask.origin(),
        key(ask));
  }

  // What this node asks itself, is not asked again once it is here, unless by a client: the answer
  // cannot be lost.
  private @Nullable IdempotencyKey key(Ask ask) {
    var key = ask.once();
    boolean isNew = key != null && !key.isRepeated();
    return isNew && ask.from() == post.here() && calls.isFirst(ask.id()) ? null : key;
  }

  @Override
  public void look(Look look, @Nullable Endpoint place) {
    if (!callers.isTrue(look, place)) {
      return;
    }
    var channel = owned.look(look.where()).map(ChannelState::snapshot).orElse(null);
    post.send(look.from(), new Looked(look.id(), channel));
  }

  @Override
  public void lostTrack(LostTrack lost, @Nullable Endpoint place) {
    if (callers.isTrue(lost, place)) {
      owned.ask(lost.where(), Actor.SERVER, new FollowAnew(lost.from()), null);
    }
  }

  @Override
  public CompletableFuture<Void> release(ConversationId<?> where) {
    return owned.release(where);
  }
}
