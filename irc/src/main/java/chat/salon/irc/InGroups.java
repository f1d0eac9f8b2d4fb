package chat.salon.irc;

import chat.salon.core.ChannelName;
import chat.salon.core.Groups.Choice.Chosen;
import chat.salon.core.Groups.Choice.NotThese;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.request.AddToGroup;
import chat.salon.core.request.CreateGroup;
import chat.salon.core.request.Newcomer;
import java.util.List;
import java.util.function.Function;

/// What this door asks of groups.
public final class InGroups {
  private InGroups() {}

  /// Brings people into a group, by their names.
  public static Outcome add(IrcSession session, ChannelName group, List<String> names) {
    return choose(session, names, people -> session.ask(group, new AddToGroup(people)));
  }

  /// Makes a group of oneself and others.
  ///
  /// @param group see [chat.salon.core.Groups#newName]
  public static Outcome create(
      IrcSession session, ChannelName group, List<String> names, String title) {
    return choose(session, names, people -> session.ask(group, new CreateGroup(people, title)));
  }

  private static Outcome choose(
      IrcSession session, List<String> names, Function<List<Newcomer>, Outcome> then) {
    var account = session.accountName();
    if (account == null) {
      return new Refused(new NotLoggedIn());
    }
    return switch (session.apart(() -> session.salon().groups().choose(account, names))) {
      case Chosen(var people) -> then.apply(people);
      case NotThese(var why) -> new Refused(why);
    };
  }
}
