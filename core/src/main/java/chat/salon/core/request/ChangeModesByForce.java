package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.ModeChange;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import java.util.List;
import java.util.Set;

/// Changes modes as a founder could, without being there: SAMODE. Staff only, and in no group,
/// which is its members' own.
public record ChangeModesByForce(List<ModeChange> wanted) implements Request<ChannelState> {
  // A name that nobody has.
  private static final Nick NOBODY = Nick.trusted("*");

  public ChangeModesByForce {
    wanted = List.copyOf(wanted);
  }

  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    if (actor.role() == Role.MEMBER) {
      return new Refused(new NotPermitted(Role.MODERATOR));
    }
    if (channel.name().isGroup() || !channel.isOpen()) {
      return new Refused(new NoSuchChannel(channel.name().shown()));
    }
    var founder = Person.SERVER.withNick(NOBODY).withId(new PersonId(stamp.id())).withAccount(null);
    var with = channel.copy();
    with.apply(
        new Joined(
            stamp.unkept(), channel.name(), founder, Ranks.NONE.with(Rank.FOUNDER), Set.of()));
    var stead =
        new Actor(founder, Set.of(), actor.address(), actor.role(), 0, actor.since(), Set.of());
    return switch (new ChangeModes(wanted).decide(with, stead, stamp)) {
      case Refused refused -> refused;
      case Done(var events, var refusals) ->
          new Done(events.stream().map(event -> by(actor.person(), event)).toList(), refusals);
    };
  }

  private static Event by(Person who, Event event) {
    return event instanceof ModesChanged(var stamp, var where, _, var changes)
        ? new ModesChanged(stamp, where, who, changes)
        : event;
  }
}
