package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.JoinRequest;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.AlreadyAsked;
import chat.salon.core.Refusal.AskLater;
import chat.salon.core.Refusal.InviteOnly;
import chat.salon.core.Refusal.QueueFull;
import chat.salon.core.Refusal.RequestTooLong;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.AskIn;
import chat.salon.core.request.Action.Enter;
import java.util.Optional;

/// Asks to come in, and waits for an operator's answer; comes in at once where no answer is needed.
///
/// @param message for the operators; empty for none
public record AskToJoin(String message) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var refusal = Rights.refusal(actor, new AskIn(), channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var closed = Rights.refusal(actor, new Enter(null), channel);
    if (closed.isEmpty()) {
      return new Join(null).decide(channel, actor, stamp);
    }
    if (!(closed.get() instanceof InviteOnly)) {
      return new Refused(closed.get());
    }
    var before = channel.request(actor.person().account());
    if (before.filter(this::isSame).isPresent()) {
      return Done.NOTHING;
    }
    return before
        .flatMap(request -> hindrance(request, channel, stamp))
        .or(() -> excess(channel))
        .<Outcome>map(Refused::new)
        .orElseGet(
            () -> Done.of(new JoinAsked(stamp.unkept(), channel.name(), actor.person(), message)));
  }

  private boolean isSame(JoinRequest before) {
    return before.isPending() && before.message().equals(message);
  }

  private static Optional<Refusal> hindrance(
      JoinRequest before, ChannelState channel, Stamp stamp) {
    if (before.isPending()) {
      return Optional.of(new AlreadyAsked(channel.name()));
    }
    return Optional.ofNullable(before.pausedUntil(stamp.time()))
        .map(until -> new AskLater(channel.name(), until));
  }

  private Optional<Refusal> excess(ChannelState channel) {
    var limits = channel.limits();
    if (message.codePointCount(0, message.length()) > limits.requestLength()) {
      return Optional.of(new RequestTooLong(limits.requestLength()));
    }
    return channel.requests().size() >= limits.requestsWaiting()
        ? Optional.of(new QueueFull(channel.name(), limits.requestsWaiting()))
        : Optional.empty();
  }

  // The same request changes nothing the second time.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
