package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Member;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Refusal.TargetNotOnChannel;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.PutOut;
import java.util.Optional;
import java.util.Set;

/// Puts a member out.
///
/// @param reason shown to everybody
public record Kick(Nick nick, String reason) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    if (!channel.has(actor.id())) {
      return new Refused(
          Rights.refusal(actor, new Action.Know(), channel)
              .orElseGet(() -> new NotOnChannel(channel.name())));
    }
    var target = channel.member(nick).or(() -> away(channel, stamp));
    if (target.isEmpty()) {
      return new Refused(new TargetNotOnChannel(nick, channel.name()));
    }
    return Rights.refusal(actor, new PutOut(target.get()), channel)
        .<Outcome>map(Refused::new)
        .orElseGet(() ->
            Done.of(
                new Kicked(stamp, channel.name(), actor.person(), target.get().person(), reason)));
  }

  // Who belongs to a registered channel can be put out while they are not connected.
  private Optional<Member> away(ChannelState channel, Stamp stamp) {
    var account = AccountName.trusted(nick.shown());
    if (!channel.belongs(account)) {
      return Optional.empty();
    }
    var who = Person.away(new PersonId(stamp.id()), account);
    return Optional.of(new Member(who, channel.seat(account), channel.created(), Set.of()));
  }
}
