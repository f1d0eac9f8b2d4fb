package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Joined;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import chat.salon.core.request.OnAccount.Here;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Somebody who is brought into a group, by their account: connected or not.
///
/// @param displayName what they are called while they are not
public record Newcomer(AccountName account, String displayName) {
  private static final int MOST_NICKS = 3; // who has more comes in under the others a moment later

  /// How many stamps it takes to bring so many in.
  static int stamps(int people) {
    return people * (MOST_NICKS + 1);
  }

  /// What happens when they come in. Who is connected joins first: so they see who added them.
  ///
  /// @param by who brings them in
  /// @param first the stamp of the first of these events
  static List<Event> comeIn(
      List<Newcomer> people,
      ChannelState group,
      Function<AccountName, List<Here>> here,
      Person by,
      Stamp first) {
    var events = new ArrayList<Event>();
    for (var one : people) {
      var present = here.apply(one.account());
      for (var each : present.subList(0, Math.min(MOST_NICKS, present.size()))) {
        if (!group.has(each.person().id())) {
          var at = first.after(events.size());
          events.add(new Joined(at, group.name(), each.person(), Ranks.NONE, each.nodes()));
        }
      }
      var at = first.after(events.size());
      var who = present.isEmpty() ? one.away(at) : present.getFirst().person();
      events.add(new Added(at, group.name(), by, who));
    }
    return events;
  }

  // Under an id that nobody has.
  private Person away(Stamp stamp) {
    var away = Person.away(new PersonId(stamp.id()), account);
    return displayName.equals(account.shown()) ? away : away.called(displayName);
  }
}
