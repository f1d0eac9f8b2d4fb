package chat.salon.core;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is in a channel, in the order in which they came: found by who they are and by nick, and
/// counted on each node. Part of [ChannelState], and changed as that is.
final class Members {
  private final Map<PersonId, Member> members;
  private final Map<Nick, PersonId> nicks;
  private final Map<Integer, Integer> onNode;

  Members() {
    members = new LinkedHashMap<>();
    nicks = new HashMap<>();
    onNode = new HashMap<>();
  }

  private Members(Members other) {
    members = new LinkedHashMap<>(other.members);
    nicks = new HashMap<>(other.nicks);
    onNode = new HashMap<>(other.onNode);
  }

  Members copy() {
    return new Members(this);
  }

  void clear() {
    members.clear();
    nicks.clear();
    onNode.clear();
  }

  Collection<Member> all() {
    return Collections.unmodifiableCollection(members.values());
  }

  int size() {
    return members.size();
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  boolean has(PersonId person) {
    return members.containsKey(person);
  }

  Optional<Member> find(PersonId person) {
    return Optional.ofNullable(members.get(person));
  }

  Optional<Member> find(Nick nick) {
    return Optional.ofNullable(nicks.get(nick)).map(members::get);
  }

  @Nullable Member get(PersonId person) {
    return members.get(person);
  }

  /// The nodes on which they have sessions.
  Set<Integer> nodes() {
    return onNode.keySet();
  }

  /// The accounts of those who are logged in.
  Set<AccountName> accounts() {
    var here = new HashSet<AccountName>();
    for (var member : members.values()) {
      if (member.person().account() != null) {
        here.add(member.person().account());
      }
    }
    return here;
  }

  /// Who is in it already keeps their place.
  void put(Member member) {
    var who = member.person();
    count(members.put(who.id(), member), -1);
    count(member, 1);
    nicks.put(who.nick(), who.id());
  }

  /// Takes somebody out, and returns what they were; null when they were not in it.
  @Nullable Member remove(Person who) {
    var member = members.remove(who.id());
    if (member != null) {
      count(member, -1);
      nicks.remove(member.person().nick(), who.id());
    }
    return member;
  }

  /// Somebody is seen in another way; returns what they were, null when they are not in it.
  @Nullable Member replace(Person before, Person after) {
    var member = members.get(before.id());
    if (member != null) {
      members.replace(before.id(), member.with(after));
      if (!before.nick().equals(after.nick())) {
        nicks.remove(before.nick(), before.id()); // another may have it by now
      }
      nicks.put(after.nick(), after.id());
    }
    return member;
  }

  /// Gives somebody who is in it these ranks, and no others.
  void rank(PersonId person, Ranks ranks) {
    members.computeIfPresent(person, (_, member) -> member.with(ranks));
  }

  /// Somebody who is in it has sessions on a node, or has none there any more.
  void onNode(PersonId person, int node, boolean isThere) {
    members.computeIfPresent(
        person,
        (_, member) -> {
          var nodes = new HashSet<>(member.nodes());
          if (isThere) {
            nodes.add(node);
          } else {
            nodes.remove(node);
          }
          var moved = member.onNodes(Set.copyOf(nodes));
          count(member, -1);
          count(moved, 1);
          return moved;
        });
  }

  private void count(@Nullable Member member, int by) {
    if (member != null) {
      for (var node : member.nodes()) {
        onNode.merge(node, by, (before, added) -> before + added == 0 ? null : before + added);
      }
    }
  }
}
