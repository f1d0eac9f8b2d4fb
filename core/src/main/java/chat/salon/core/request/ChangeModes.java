package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Member;
import chat.salon.core.ModeBar.TooMuch;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Metered;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.ListFull;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.TargetNotOnChannel;
import chat.salon.core.Refusal.TooSlow;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Changes modes, one after the other: each is allowed or refused by itself, and what is so already
/// is left out.
public record ChangeModes(List<ModeChange> wanted) implements Request<ChannelState> {
  public ChangeModes {
    wanted = List.copyOf(wanted);
  }

  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var after = channel.copy();
    var made = new ArrayList<ModeChange>();
    var refusals = new LinkedHashSet<Refusal>();
    for (var change : wanted) {
      var refusal = refusal(change, actor, after);
      if (refusal != null) {
        refusals.add(refusal);
      } else if (!isSo(change, after)) {
        var full = complete(change, after);
        made.add(full);
        after.apply(new ModesChanged(stamp, channel.name(), actor.person(), List.of(full)));
      }
    }
    if (made.isEmpty() && refusals.size() == 1) {
      return new Refused(refusals.getFirst());
    }
    List<Event> events =
        made.isEmpty()
            ? List.of()
            : List.of(new ModesChanged(stamp, channel.name(), actor.person(), List.copyOf(made)));
    return new Done(events, List.copyOf(refusals));
  }

  private static @Nullable Refusal refusal(ModeChange change, Actor actor, ChannelState channel) {
    if (change instanceof Ranked ranked
        && channel.holder(ranked).isEmpty()
        && !channel.belongs(ranked.account())) {
      var notAllowed = Rights.refusal(actor, new Change(change), channel);
      return notAllowed.isPresent() && !(notAllowed.get() instanceof NotChannelOperator)
          ? notAllowed.get()
          : new TargetNotOnChannel(ranked.nick(), channel.name());
    }
    var notAllowed = Rights.refusal(actor, new Change(change), channel);
    if (notAllowed.isPresent()) {
      return notAllowed.get();
    }
    int slowest = channel.limits().slowSeconds();
    if (change instanceof Slowed(var seconds) && seconds > slowest) {
      return new TooSlow(slowest);
    }
    var most = channel.limits().quotas();
    if (change instanceof Metered(var meter, var quota) && !quota.isWithin(most)) {
      return new TooMuch(channel.name(), meter, most).refusal();
    }
    if (change instanceof Listed(var list, var mask, var on, _, _)
        && on
        && !isSo(change, channel)
        && channel.list(list).size() >= channel.limits().listEntries()) {
      return new ListFull(channel.name(), list, mask.pattern());
    }
    return null;
  }

  private static boolean isSo(ModeChange change, ChannelState channel) {
    return switch (change) {
      case Flagged(var flag, var on) -> channel.has(flag) == on;
      case Keyed keyed -> Objects.equals(channel.key().orElse(null), keyed.key());
      case Limited(var limit) -> channel.limit() == limit;
      case Slowed(var seconds) -> channel.slow() == seconds;
      case Forwarded forwarded -> Objects.equals(channel.bounds().forward(), forwarded.to());
      case Metered(var meter, var quota) -> channel.bounds().of(meter).equals(quota);
      case Listed(var list, var mask, var on, _, _) ->
          channel.list(list).stream().anyMatch(entry -> entry.mask().isSameAs(mask)) == on;
      case Ranked ranked -> ranks(ranked, channel).has(ranked.rank()) == ranked.on();
    };
  }

  // The nick as its owner writes it, and the account under which the rank is kept.
  private static ModeChange complete(ModeChange change, ChannelState channel) {
    return change instanceof Ranked ranked
        ? channel
            .holder(ranked)
            .map(Member::person)
            .<ModeChange>map(
                who -> new Ranked(who.nick(), who.account(), ranked.rank(), ranked.on()))
            .orElse(ranked)
        : change;
  }

  // Of somebody who is away, those that they get back on their return.
  private static Ranks ranks(Ranked ranked, ChannelState channel) {
    return channel
        .holder(ranked)
        .map(Member::ranks)
        .orElseGet(() ->
            channel.belongs(ranked.account())
                ? channel.seats().getOrDefault(ranked.account(), Ranks.NONE)
                : Ranks.NONE);
  }
}
