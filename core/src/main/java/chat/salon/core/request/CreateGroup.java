package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Flag;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.GroupFull;
import chat.salon.core.Refusal.NobodyToAdd;
import chat.salon.core.Stamp;
import chat.salon.core.request.OnAccount.Here;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Makes a group, with oneself in it and the others: they are in at once, connected or not. Whom
/// one may bring in was looked up before; see [chat.salon.core.Groups].
///
/// @param title what it is called; empty for the names of who is in it
public record CreateGroup(List<Newcomer> people, String title) implements OnAccounts {
  /// Nobody outside sees it or comes in, and newcomers read from joining on.
  private static final Set<Flag> FLAGS =
      Set.of(Flag.REGISTERED, Flag.INVITE_ONLY, Flag.NO_OUTSIDE, Flag.SECRET, Flag.FROM_JOINING);

  public CreateGroup {
    people = people.stream().distinct().toList();
  }

  @Override
  public int stamps() {
    return 3 + Newcomer.stamps(people.size());
  }

  @Override
  public Outcome decide(
      ChannelState channel, Function<AccountName, List<Here>> here, Actor actor, Stamp stamp) {
    var others =
        people.stream().filter(one -> !one.account().equals(actor.person().account())).toList();
    return Rights.refusal(actor, new Action.Gather(), channel)
        .or(() -> refusal(others, channel))
        .<Outcome>map(Refused::new)
        .orElseGet(() -> new Done(events(others, channel, here, actor, stamp), List.of()));
  }

  private static Optional<Refusal> refusal(List<Newcomer> others, ChannelState channel) {
    if (others.isEmpty()) {
      return Optional.of(new NobodyToAdd());
    }
    int most = channel.limits().groupMembers();
    return others.size() + 1 > most ? Optional.of(new GroupFull(most)) : Optional.empty();
  }

  private List<Event> events(
      List<Newcomer> others,
      ChannelState channel,
      Function<AccountName, List<Here>> here,
      Actor actor,
      Stamp stamp) {
    var by = actor.person();
    var name = channel.name();
    var events = new ArrayList<Event>();
    events.add(new Joined(stamp, name, by, Ranks.NONE, actor.nodes()));
    events.add(new ModesChanged(stamp.after(1), name, by, changes(channel)));
    if (!title.isEmpty()) {
      events.add(new TopicSet(stamp.after(2), name, by, title));
    }
    events.addAll(Newcomer.comeIn(others, channel, here, by, stamp.after(events.size())));
    return events;
  }

  // Nobody operates it: what a new channel has beside these could never be taken away.
  private static List<ModeChange> changes(ChannelState channel) {
    var others = EnumSet.noneOf(Flag.class);
    others.addAll(channel.flags());
    others.removeAll(FLAGS);
    return Stream.concat(
            FLAGS.stream()
                .filter(flag -> !channel.has(flag))
                .sorted()
                .<ModeChange>map(flag -> new Flagged(flag, true)),
            others.stream().<ModeChange>map(flag -> new Flagged(flag, false)))
        .toList();
  }
}
