package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Split;
import chat.salon.core.Flag;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Person;
import chat.salon.core.Stamp;
import java.util.ArrayList;
import java.util.List;

/// Tells a channel that a node is no more. Whose only sessions were there are gone, but keep their
/// seats: they did not leave, and come back with the ranks that they had.
///
/// @param near the name of the node that tells
/// @param far the name of the lost one
public record LoseNode(int node, String near, String far) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var events = new ArrayList<Event>();
    var gone = new ArrayList<Person>();
    for (var member : channel.members()) {
      if (member.nodes().contains(node)) {
        if (member.nodes().size() == 1) {
          gone.add(member.person());
        } else {
          events.add(new Detached(stamp.unkept(), channel.name(), member.person(), node));
        }
      }
    }
    // in an auditorium, some are seen by more than others
    var hidden = gone.stream().filter(who -> isHidden(who, channel)).toList();
    gone.removeAll(hidden);
    for (var some : List.of(gone, hidden)) {
      if (!some.isEmpty()) {
        events.add(new Split(stamp.unkept(), channel.name(), List.copyOf(some), near, far));
      }
    }
    return new Done(events, List.of());
  }

  private static boolean isHidden(Person who, ChannelState channel) {
    return channel.has(Flag.AUDITORIUM) && channel.ranks(who.id()).isNone();
  }

  @Override
  public boolean isFact() {
    return true;
  }
}
