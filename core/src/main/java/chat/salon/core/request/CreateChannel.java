package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Flag;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.ChannelExists;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.Enter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes a channel that is not there yet and lasts from the beginning, and comes in: of many who
/// ask at once one does.
///
/// @param description what it is for; empty for none
/// @param flags that it has beside those of every new channel
public record CreateChannel(String description, Set<Flag> flags) implements Request<ChannelState> {
  public CreateChannel {
    flags = Set.copyOf(flags);
  }

  @Override
  public int stamps() {
    return 3;
  }

  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return refusal(channel, actor)
        .<Outcome>map(Refused::new)
        .orElseGet(() -> new Done(events(channel, actor, stamp), List.of()));
  }

  private static Optional<Refusal> refusal(ChannelState channel, Actor actor) {
    if (actor.person().account() == null) {
      return Optional.of(new NotLoggedIn());
    }
    return channel.isOpen() && !channel.name().isGroup()
        ? Optional.of(new ChannelExists(channel.name()))
        : Rights.refusal(actor, new Enter(null), channel);
  }

  private List<Event> events(ChannelState channel, Actor actor, Stamp stamp) {
    var founder = actor.person();
    var name = channel.name();
    var events = new ArrayList<Event>();
    events.add(new Joined(stamp, name, founder, Ranks.of(Rank.FOUNDER), actor.nodes()));
    events.add(new ModesChanged(stamp.after(1), name, founder, set(channel)));
    if (!description.isEmpty()) {
      events.add(new Described(stamp.after(2), name, founder, description));
    }
    return events;
  }

  private List<ModeChange> set(ChannelState channel) {
    return Stream.concat(Stream.of(Flag.REGISTERED), flags.stream().sorted())
        .distinct()
        .filter(flag -> !channel.has(flag))
        .<ModeChange>map(flag -> new Flagged(flag, true))
        .toList();
  }
}
