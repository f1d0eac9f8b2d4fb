package chat.salon.cluster;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.Flag;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Member;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.port.Head;
import chat.salon.core.port.StoredChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who is talked about.
final class Cast {
  static final ChannelName TEA = ChannelName.parse("#Tea").orElseThrow();
  static final Person ALICE = person(71, Nick.parse("Alice").orElseThrow());
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private Cast() {}

  static Person person(long id, Nick nick) {
    return new Person(
        new PersonId(id),
        nick,
        "~user",
        "cloak.example",
        "Somebody",
        AccountName.parse("alice").orElseThrow(),
        null,
        Standing.PLAIN);
  }

  static Actor actor(Person person) {
    return new Actor(person, Set.of(1), "192.0.2.7", Role.MEMBER, 3, 1L << 40);
  }

  static Stamp stamp(long seq) {
    return new Stamp((1L << 50) + seq, seq);
  }

  /// With alice in it, as operator.
  static ChannelSnapshot channel(Set<Flag> flags, Map<ListKind, List<ListEntry>> lists) {
    var settings =
        new StoredChannel(
            TEA, new Head(9, 8, 7, true, 2), NOON, null, flags, null, 0, lists, Map.of(), null);
    var member = new Member(ALICE, Ranks.of(Rank.OP), NOON, Set.of(1));
    return new ChannelSnapshot(settings, List.of(member), Set.of(), 0);
  }
}
