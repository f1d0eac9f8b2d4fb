package chat.salon.acceptance.faults;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Message;
import chat.salon.wire.Line;
import java.util.List;

/// The whole history of the channels, as a member reads it when all is over.
final class Readings {
  static final String[] CAPS = {"batch", "draft/chathistory", "message-tags", "server-time"};
  private static final int PAGE = 1000;

  private Readings() {}

  /// Reads it on one node.
  static void note(String source, IrcClient reader, Recorder recorder) {
    for (var channel : FaultRun.CHANNELS) {
      var after = "timestamp=2020-01-01T00:00:00.000Z";
      var page = page(reader, channel, after);
      while (!page.isEmpty()) {
        for (var message : page) {
          recorder.note(new Kept(source, message, Recorder.now()));
        }
        page = page(reader, channel, "msgid=" + page.getLast().msgid());
      }
    }
  }

  private static List<Message> page(IrcClient reader, String channel, String after) {
    reader.send("CHATHISTORY AFTER " + channel + " " + after + " " + PAGE);
    var ref = reader.until("BATCH +… chathistory " + channel).getLast().param(0).substring(1);
    return reader.until("BATCH -" + ref).stream()
        .filter(line -> line.command().equals("PRIVMSG") && ref.equals(line.tags().get("batch")))
        .map(line -> message(line, channel))
        .toList();
  }

  private static Message message(Line line, String channel) {
    return new Message(channel, line.tags().get("msgid"), Connection.author(line), line.param(1));
  }
}
