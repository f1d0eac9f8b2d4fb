package chat.salon.core;

import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.port.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Puts together who is in a channel whose owner has gone: the nodes say which of their people they
/// last saw in it, and the log says what has happened since to these.
final class Recovery {
  private final Map<PersonId, Member> members = new HashMap<>();
  private final Map<PersonId, Long> seenUpTo = new HashMap<>();

  private Recovery() {}

  /// @param log what was stored since the least that any of the witnesses was shown
  static Collection<Member> members(List<Witness> witnesses, List<Event> log) {
    var recovery = new Recovery();
    for (var witness : witnesses) {
      witness.members().forEach(member -> recovery.add(member, witness.upTo()));
    }
    log.forEach(recovery::apply);
    var members = new ArrayList<>(recovery.members.values());
    members.sort(Comparator.comparing(Member::joined));
    return members;
  }

  // Whose sessions are on several nodes is as the node says that was shown most.
  private void add(Member member, long upTo) {
    var id = member.person().id();
    var other = members.get(id);
    if (other == null) {
      members.put(id, member);
      seenUpTo.put(id, upTo);
      return;
    }
    var nodes = new HashSet<>(other.nodes());
    nodes.addAll(member.nodes());
    var newer = upTo > seenUpTo.getOrDefault(id, 0L) ? member : other;
    members.put(id, newer.onNodes(nodes));
    seenUpTo.merge(id, upTo, Math::max);
  }

  // People in the log are known by their nicks only.
  private void apply(Event event) {
    switch (event) {
      case Left left -> remove(left.who(), event);
      case Kicked kicked -> remove(kicked.who(), event);
      case Quit quit -> remove(quit.who(), event);
      case ModesChanged(_, _, _, var changes) -> {
        for (var change : changes) {
          if (change instanceof Ranked ranked) {
            apply(ranked, event);
          }
        }
      }
      default -> {}
    }
  }

  private void remove(Person who, Event event) {
    members.values().removeIf(member -> isMeant(member, who.nick(), event));
  }

  private void apply(Ranked change, Event event) {
    members.replaceAll((_, member) ->
        isMeant(member, change.nick(), event)
            ? member.with(
                change.on()
                    ? member.ranks().with(change.rank())
                    : member.ranks().without(change.rank()))
            : member);
  }

  private boolean isMeant(Member member, Nick nick, Event event) {
    return member.person().nick().equals(nick)
        && event.stamp().id() > seenUpTo.getOrDefault(member.person().id(), 0L);
  }
}
