package chat.salon.acceptance;

import chat.salon.acceptance.history.Message;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;

/// The history of a channel, as a member reads it page by page.
public final class Readings {
  /// Where a history begins, as CHATHISTORY has it.
  public static final String BEGINNING = "timestamp=2020-01-01T00:00:00.000Z";

  private static final int PAGE = 1000;

  private Readings() {}

  /// All messages of a channel after this one, or after this time. Needs `draft/chathistory`,
  /// `batch` and `message-tags`.
  ///
  /// @param after a selector of CHATHISTORY
  public static List<Message> after(IrcClient reader, String channel, String after) {
    var all = new ArrayList<Message>();
    var page = page(reader, channel, after);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = page(reader, channel, "msgid=" + page.getLast().msgid());
    }
    return all;
  }

  private static List<Message> page(IrcClient reader, String channel, String after) {
    reader.send("CHATHISTORY AFTER " + channel + " " + after + " " + PAGE);
    var ref = reader.until("BATCH +… chathistory " + channel).getLast().param(0).substring(1);
    return reader.until("BATCH -" + ref).stream()
        .filter(line -> line.command().equals("PRIVMSG") && ref.equals(line.tags().get("batch")))
        .map(Readings::message)
        .toList();
  }

  /// The message of a PRIVMSG to a channel.
  public static Message message(Line line) {
    return new Message(line.param(0), line.tags().get("msgid"), nick(line), line.param(1));
  }

  /// The nick of who is the source of a line; the whole source when it is a server.
  public static String nick(Line line) {
    var source = line.source() == null ? "" : line.source();
    int end = source.indexOf('!');
    return end < 0 ? source : source.substring(0, end);
  }
}
