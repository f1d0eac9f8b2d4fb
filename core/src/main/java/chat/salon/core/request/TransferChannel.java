package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Flag;
import chat.salon.core.Member;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.NotBelonging;
import chat.salon.core.Stamp;
import java.util.List;

/// Gives a registered channel to another account that belongs to it, connected or not. Who had it
/// stays as an admin.
///
/// @param to the account that has it from then on
public record TransferChannel(AccountName to) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var refusal = Rights.refusal(actor, new Action.Drop(), channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    if (channel.isFounder(to)) {
      return Done.NOTHING;
    }
    if (!channel.belongs(to)) {
      return new Refused(new NotBelonging(channel.name(), to));
    }
    var former = channel.founder().orElseThrow();
    return Done.of(
        new ModesChanged(
            stamp,
            channel.name(),
            person(to, channel, stamp),
            List.of(
                new Flagged(Flag.REGISTERED, true),
                ranked(to, Rank.FOUNDER, true, channel),
                ranked(former, Rank.ADMIN, true, channel),
                ranked(former, Rank.FOUNDER, false, channel))));
  }

  // The account in whose name a channel is registered is its founder.
  private static Person person(AccountName account, ChannelState channel, Stamp stamp) {
    return channel.members().stream()
        .map(Member::person)
        .filter(who -> account.equals(who.account()))
        .findFirst()
        .orElseGet(() -> Person.away(new PersonId(stamp.id()), account));
  }

  private static Ranked ranked(AccountName account, Rank rank, boolean on, ChannelState channel) {
    var nick =
        channel.members().stream()
            .map(Member::person)
            .filter(who -> account.equals(who.account()))
            .map(Person::nick)
            .findFirst()
            .orElseGet(() -> Nick.trusted(account.shown()));
    return new Ranked(nick, account, rank, on);
  }
}
