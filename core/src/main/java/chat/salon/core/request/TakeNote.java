package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Person;
import chat.salon.core.Stamp;

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
    return Done.of(
        switch (news) {
          case News.Gone(var reason, var fact) -> new Quit(stamp, name, who, reason, fact);
          case News.Changed(var after, var fact) ->
              new PersonChanged(
                  who.nick().shown().equals(after.nick().shown()) ? stamp.unkept() : stamp,
                  name,
                  who,
                  after,
                  fact);
          case News.MoreSessions(var session, var node) ->
              new Attached(stamp.unkept(), name, who, session, node);
          case News.OffNode(var node) -> new Detached(stamp.unkept(), name, who, node);
        });
  }

  @Override
  public boolean isFact() {
    return true;
  }
}
