package chat.salon.irc.service;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.port.Page;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.channel.Addressed;
import chat.salon.irc.channel.ShownHistory;
import java.util.ArrayList;
import java.util.List;

/// HistServ PLAY: tells what was last said in a conversation, as notices with the time.
final class HistServPlay implements ServiceCommand {
  private static final int USUAL = 20;

  @Override
  public Spec spec() {
    return new Spec(
        "PLAY",
        1,
        "PLAY <channel|nick> [<number>]: tells the last messages of a conversation, "
            + USUAL
            + " if you do not say how many.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    int limit = words.size() > 1 ? number(words.get(1)) : USUAL;
    if (limit == 0) {
      return voice.says("That is not clear: " + spec().help());
    }
    int most = Math.min(limit, session.salon().limits().historyPage());
    var where = Addressed.conversation(session, words.getFirst());
    return where
        .flatMap(one -> {
          session.upToDate();
          return session.apart(() -> new ShownHistory(session).read(page(one, most)));
        })
        .map(events -> voice.says(lines(session, events)))
        .orElseGet(() -> voice.says(Numerics.text(new NoSuchChannel(words.getFirst()))));
  }

  private static Page page(ConversationId<?> where, int limit) {
    return new Page(where, 0, Long.MAX_VALUE, limit, true, true, null);
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 0;
  }

  private static List<String> lines(IrcSession session, List<Event> events) {
    var texts = new ArrayList<String>();
    for (var event : events) {
      if (event instanceof Said said && !said.text().isEmpty()) {
        var before = "[" + EventLines.time(said.stamp().time()) + "] <" + said.by().nick() + "> ";
        for (var line : said.text().split("\n")) {
          texts.add(
              session.fit(before + line, session.settings().lineBytes(), "NOTICE", session.nick()));
        }
      }
    }
    texts.add(texts.isEmpty() ? "Nothing was said there" : "That was all");
    return texts;
  }
}
