package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.JoinWithdrawn;
import chat.salon.core.Event.Joined;
import chat.salon.core.JoinRequest;
import chat.salon.core.ModeBar.AccountToEnter;
import chat.salon.core.ModeBar.SentOn;
import chat.salon.core.ModeBar.TooManyJoins;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Rank;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.AgainstModes;
import chat.salon.core.Refusal.ChannelFull;
import chat.salon.core.Refusal.InviteOnly;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.Enter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Comes in; whoever comes first is operator.
///
/// @param key the channel's key, or null
/// @param makesLast whether the channel is to last from now on, as that of the account that comes,
///   if it does not yet: a door asks so for the channel where newcomers land
public record Join(@Nullable String key, boolean makesLast) implements Request<ChannelState> {

  /// Leaves it open whether the channel lasts.
  public Join(@Nullable String key) {
    this(key, false);
  }

  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    boolean isInside = channel.has(actor.id());
    var refusal =
        Rights.refusal(actor, new Enter(key), channel).or(() -> rushed(channel, actor, stamp));
    if (!isInside && refusal.isPresent()) {
      return new Refused(sentOn(channel, refusal.get()));
    }
    var events = new ArrayList<Event>();
    if (!isInside) {
      events.add(joined(channel, actor, stamp));
      channel
          .request(actor.person().account())
          .filter(JoinRequest::isPending)
          .ifPresent(
              _ -> events.add(new JoinWithdrawn(stamp.unkept(), channel.name(), actor.person())));
    }
    if (makesLast && actor.person().account() != null && !channel.isRegistered()) {
      var own = isInside ? stamp : stamp.unkept();
      events.add(RegisterChannel.registered(channel, actor, own));
    }
    return new Done(events, List.of());
  }

  // `+j`: whom the channel knows it does not keep waiting.
  private static Optional<Refusal> rushed(ChannelState channel, Actor actor, Stamp stamp) {
    var account = actor.person().account();
    boolean isExpected =
        channel.isInvited(actor.id())
            || channel.belongs(account)
            || channel.seat(account).atLeast(Rank.VOICE);
    return !isExpected && channel.isRushed(stamp.time())
        ? Optional.of(new TooManyJoins(channel.name()).refusal())
        : Optional.empty();
  }

  // `+f`: not who is banned, nor who has no key.
  private static Refusal sentOn(ChannelState channel, Refusal why) {
    var to = channel.bounds().forward();
    boolean isForPlace =
        switch (why) {
          case InviteOnly _, ChannelFull _ -> true;
          case AgainstModes(var bar) ->
              bar instanceof AccountToEnter || bar instanceof TooManyJoins;
          default -> false;
        };
    return to != null && isForPlace ? new SentOn(channel.name(), to).refusal() : why;
  }

  private static Joined joined(ChannelState channel, Actor actor, Stamp stamp) {
    var who = actor.person();
    var ranks = channel.seat(who.account());
    if (channel.size() == 0 && !channel.hasKeeper()) {
      ranks = ranks.with(Rank.OP);
    }
    return new Joined(stamp, channel.name(), who, ranks, actor.nodes());
  }

  // Who is in comes in no more. And who is not, though an owner that died had stored it, has to.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
