package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ModeBar.BadForward;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.Rank;
import chat.salon.core.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whom a channel may send people to (`+f`): a door asks here before it asks the channel, whose
/// owner does not know the other one. Pure but for the look.
public final class Forwards {
  private Forwards() {}

  /// Why the first of these changes that sends people on may not: who sets it has to be of the team
  /// of the other channel, too. Empty when all of them may.
  ///
  /// @param look finds a channel that the actor may know of
  public static Optional<Refusal> refusal(
      Actor actor,
      ChannelName from,
      List<ModeChange> changes,
      Function<ChannelName, Optional<ChannelState>> look) {
    return changes.stream()
        .flatMap(change ->
            change instanceof Forwarded forwarded
                ? Optional.ofNullable(forwarded.to()).stream()
                : Optional.<ChannelName>empty().stream())
        .flatMap(to -> refusal(actor, from, to, look).stream())
        .findFirst();
  }

  private static Optional<Refusal> refusal(
      Actor actor,
      ChannelName from,
      ChannelName to,
      Function<ChannelName, Optional<ChannelState>> look) {
    var target = from.equals(to) ? Optional.<ChannelState>empty() : look.apply(to);
    return target.isEmpty()
        ? Optional.of(new BadForward(from, to).refusal())
        : Rights.holds(Rank.HALFOP, actor, target.get());
  }
}
