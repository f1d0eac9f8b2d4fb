package chat.salon.irc.service;

import chat.salon.core.GroupWords;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.SlashCommand;
import chat.salon.irc.InGroups;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ GROUP: makes a conversation of several people that has no name of its own.
final class ChanServGroup implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "GROUP",
        1,
        Slash.helpAnywhere(SlashCommand.GROUP)
            + " In it, INVITE adds people, TOPIC names it and PART leaves it.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var group = session.salon().groups().newName();
    var order = GroupWords.of(words);
    int most = session.salon().limits().topicLength();
    var title = session.fit(order.title(), most, "TOPIC", group.shown());
    return switch (InGroups.create(session, group, order.names(), title)) {
      case Done _ ->
          voice.says(
              "The group is " + group + ": INVITE adds people, TOPIC names it, PART leaves it");
      case Refused(var why) -> voice.says(Numerics.text(why));
    };
  }
}
