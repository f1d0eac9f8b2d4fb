package chat.salon.irc.service;

import chat.salon.core.Activity.Noticed;
import chat.salon.core.ChannelName;
import chat.salon.core.Excerpt;
import chat.salon.core.Pair;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.SlashCommand;
import chat.salon.core.Stamps;
import chat.salon.core.port.ActivityInbox.Entry;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;
import java.util.Set;

/// NickServ ACTIVITY: what concerns somebody, newest first.
final class NickServActivity implements ServiceCommand {
  private static final int USUAL = 10;
  private static final int LONGEST_NUMBER = 6;

  @Override
  public Spec spec() {
    return new Spec("ACTIVITY", 0, Slash.helpAnywhere(SlashCommand.ACTIVITY));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    var wanted = words.isEmpty() ? Integer.toString(USUAL) : words.getFirst();
    if (!wanted.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
      return voice.says("That is no number: " + wanted);
    }
    int most = session.salon().limits().activityPage();
    int limit = Math.clamp(Integer.parseInt(wanted), 1, most);
    session.upToDate();
    var activity = session.door().activity();
    var page =
        session.apart(
            () -> activity.page(session.actor(), own, Set.of(), Long.MAX_VALUE, limit).noticed());
    return page.isEmpty()
        ? voice.says("Nothing concerns you yet: no mention, no reply, no reaction")
        : voice.says(page.stream().map(one -> line(session, one)).toList());
  }

  private static String line(IrcSession session, Noticed noticed) {
    var entry = noticed.entry();
    var said = entry.message();
    return "%s%s · %s · %s · %s · %s"
        .formatted(
            noticed.isNew() ? "* " : "",
            said.stamp().msgid(),
            EventLines.time(Stamps.time(entry.id())),
            place(session, entry),
            deed(entry),
            Excerpt.of(said.text(), session.salon().limits().activityExcerpt()));
  }

  private static String place(IrcSession session, Entry entry) {
    return switch (entry.message().where()) {
      case ChannelName name -> name.shown();
      case Pair pair ->
          Pair.shown(pair.across(Pair.party(session.actor().person()))) + " (private)";
    };
  }

  private static String deed(Entry entry) {
    var by = entry.by().nick().shown();
    return switch (entry.kind()) {
      case MENTION -> "<" + by + "> mentions you";
      case REPLY -> "<" + by + "> answers you";
      case REACTION -> by + " reacts " + entry.reaction() + " to you";
    };
  }
}
