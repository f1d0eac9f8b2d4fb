package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Member;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Tells a channel what happened to one of its members. The channel has no say in it.
///
/// @param news what happened
public record TakeNote(News news) implements Request<ChannelState> {

  /// What can happen to a person.
  public sealed interface News {
    /// Their last session ended.
    record Gone(String reason, Fact fact) implements News {}

    /// What is shown of them changed.
    record Changed(Person after, Fact fact) implements News {}

    /// One more session sees the channel.
    record MoreSessions(long session, int node) implements News {}

    /// A node has no session of them any more.
    record OffNode(int node) implements News {}
  }

  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var member = channel.member(actor.id());
    if (member.isEmpty()) {
      return Done.NOTHING;
    }
    var who = member.get().person();
    var name = channel.name();
    return switch (news) {
      case News.Gone(var reason, var fact) -> Done.of(new Quit(stamp, name, who, reason, fact));
      case News.Changed(var after, var fact) -> changed(channel, member.get(), after, fact, stamp);
      case News.MoreSessions(var session, var node) ->
          Done.of(new Attached(stamp.unkept(), name, who, session, node));
      case News.OffNode(var node) -> Done.of(new Detached(stamp.unkept(), name, who, node));
    };
  }

  private static Done changed(
      ChannelState channel, Member member, Person after, Fact fact, Stamp stamp) {
    var before = member.person();
    if (before.looksLike(after)) {
      return Done.NOTHING;
    }
    boolean isRenamed = !before.nick().shown().equals(after.nick().shown());
    var changed =
        new PersonChanged(isRenamed ? stamp : stamp.unkept(), channel.name(), before, after, fact);
    if (isStranger(channel, before, after)) {
      return new Done(
          List.of(changed, new Left(stamp.unkept(), channel.name(), after, "")), List.of());
    }
    var regained = regained(channel, member, after);
    return regained.isEmpty()
        ? Done.of(changed)
        : new Done(
            List.of(
                changed,
                new ModesChanged(
                    isRenamed ? stamp.unkept() : stamp, channel.name(), after, regained)),
            List.of());
  }

  // A group is for accounts: who logs out of theirs is in it no more, and the account still is.
  private static boolean isStranger(ChannelState channel, Person before, Person after) {
    return channel.name().isGroup()
        && !Objects.equals(before.account(), after.account())
        && !channel.belongs(after.account());
  }

  // Who logs in gets back the ranks that the account held here when the server went down.
  private static List<ModeChange> regained(ChannelState channel, Member member, Person after) {
    var regained = new ArrayList<ModeChange>();
    if (!Objects.equals(member.person().account(), after.account())) {
      var seat = channel.seat(after.account());
      for (var rank : Rank.values()) {
        if (seat.has(rank) && !member.ranks().has(rank)) {
          regained.add(new Ranked(after.nick(), after.account(), rank, true));
        }
      }
    }
    return regained;
  }

  @Override
  public boolean isFact() {
    return true;
  }

  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
