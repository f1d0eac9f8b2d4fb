package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Groups.Choice.Chosen;
import chat.salon.core.Groups.Choice.NotThese;
import chat.salon.core.request.AddToGroup;
import chat.salon.core.request.Newcomer;
import chat.salon.web.Answer;
import chat.salon.web.WebSession;
import java.util.List;
import java.util.function.Function;

/// What several frames ask of groups.
final class InGroups {
  private InGroups() {}

  /// Brings people into a group, by their names.
  static Answer add(WebSession session, ChannelName group, List<String> names) {
    return choose(
        session, names, people -> session.answer(session.ask(group, new AddToGroup(people))));
  }

  /// Goes on with the people of some names, if one may bring all of them in.
  static Answer choose(
      WebSession session, List<String> names, Function<List<Newcomer>, Answer> then) {
    var own = session.account().name();
    return switch (session.apart(() -> session.salon().groups().choose(own, names))) {
      case Chosen(var people) -> then.apply(people);
      case NotThese(var why) -> Answer.no(why);
    };
  }
}
