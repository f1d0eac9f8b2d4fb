package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Flag;
import chat.salon.core.Member;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends that an account belongs to a channel, in or out of it, since there is no such account any
/// more. A channel that it founded passes on to who ranks highest there, from operators on; where
/// there is nobody, it is not registered any more. Asked by the account itself or by staff.
///
/// @param reason shown to everybody
public record EndSeat(AccountName account, String reason) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    if (actor.role() == Role.MEMBER && !account.equals(actor.person().account())) {
      return new Refused(new NotPermitted(Role.MODERATOR));
    }
    var events = new ArrayList<Event>();
    if (channel.isFounder(account)) {
      events.add(passedOn(channel, stamp));
    }
    for (var who : leaving(channel, stamp)) {
      var at = events.isEmpty() ? stamp : stamp.unkept();
      events.add(new Kicked(at, channel.name(), Person.SERVER, who, reason));
    }
    return new Done(List.copyOf(events), List.of());
  }

  private List<Person> leaving(ChannelState channel, Stamp stamp) {
    if (!channel.isRegistered()) {
      return List.of(); // nobody belongs to it who is not in it
    }
    var here =
        channel.members().stream()
            .map(Member::person)
            .filter(who -> account.equals(who.account()))
            .toList();
    return here.isEmpty() && channel.belongs(account)
        ? List.of(Person.away(new PersonId(stamp.id()), account))
        : here;
  }

  private ModesChanged passedOn(ChannelState channel, Stamp stamp) {
    var heir = heir(channel);
    if (heir.isEmpty()) {
      List<ModeChange> over = List.of(new Flagged(Flag.REGISTERED, false));
      return new ModesChanged(stamp, channel.name(), Person.SERVER, over);
    }
    List<ModeChange> changes =
        List.of(
            new Flagged(Flag.REGISTERED, true),
            new Ranked(nick(heir.get(), channel), heir.get(), Rank.FOUNDER, true),
            new Ranked(nick(account, channel), account, Rank.FOUNDER, false));
    // the account in whose name a channel is registered is its founder
    return new ModesChanged(stamp, channel.name(), person(heir.get(), channel, stamp), changes);
  }

  private Optional<AccountName> heir(ChannelState channel) {
    return channel.seats().entrySet().stream()
        .filter(seat -> !seat.getKey().equals(account) && seat.getValue().atLeast(Rank.OP))
        .min(
            Comparator.comparingInt((Map.Entry<AccountName, Ranks> seat) -> height(seat.getValue()))
                .thenComparing(seat -> seat.getKey().folded()))
        .map(Map.Entry::getKey);
  }

  // 0 is the highest.
  private static int height(Ranks ranks) {
    if (ranks.atLeast(Rank.FOUNDER)) {
      return 0;
    }
    return ranks.atLeast(Rank.ADMIN) ? 1 : 2;
  }

  private static Optional<Person> here(AccountName account, ChannelState channel) {
    return channel.members().stream()
        .map(Member::person)
        .filter(who -> account.equals(who.account()))
        .findFirst();
  }

  private static Person person(AccountName account, ChannelState channel, Stamp stamp) {
    return here(account, channel)
        .orElseGet(() -> Person.away(new PersonId(stamp.id() + 1), account));
  }

  private static Nick nick(AccountName account, ChannelState channel) {
    return here(account, channel).map(Person::nick).orElseGet(() -> Nick.trusted(account.shown()));
  }

  // Who is out is not put out again.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
