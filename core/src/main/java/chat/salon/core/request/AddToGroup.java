package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.GroupFull;
import chat.salon.core.Refusal.NobodyToAdd;
import chat.salon.core.Stamp;
import chat.salon.core.request.OnAccount.Here;
import java.util.List;
import java.util.function.Function;

/// Brings people into a group, as every member may: they are in at once, connected or not. Who is
/// in already stays as they are.
public record AddToGroup(List<Newcomer> people) implements OnAccounts {
  public AddToGroup {
    people = people.stream().distinct().toList();
  }

  @Override
  public int stamps() {
    return Math.max(1, Newcomer.stamps(people.size()));
  }

  @Override
  public Outcome decide(
      ChannelState channel, Function<AccountName, List<Here>> here, Actor actor, Stamp stamp) {
    var refusal = Rights.refusal(actor, new Action.Add(), channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    if (people.isEmpty()) {
      return new Refused(new NobodyToAdd());
    }
    var others = people.stream().filter(one -> !channel.belongs(one.account())).toList();
    int most = channel.limits().groupMembers();
    if (!others.isEmpty() && channel.seats().size() + others.size() > most) {
      return new Refused(new GroupFull(most));
    }
    return new Done(Newcomer.comeIn(others, channel, here, actor.person(), stamp), List.of());
  }

  // Who is in is not added again.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
