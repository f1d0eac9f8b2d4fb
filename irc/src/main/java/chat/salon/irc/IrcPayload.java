package chat.salon.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Nick;
import chat.salon.core.push.Notice;
import chat.salon.core.push.PushPayload;
import chat.salon.wire.Line;

/// What an IRC client is told: the message as a line (IRCv3 draft/webpush).
public final class IrcPayload implements PushPayload {
  private static final int LONGEST = 3500; // of a push message are left for its tags

  @Override
  public byte[] of(Notice notice, boolean showsText) {
    return switch (notice) {
      case Notice.Trial _ -> bytes(Line.of(null, "NOTE", "WEBPUSH", "TRIAL", "It works"));
      case Notice.Message(_, var said, _) -> bytes(line(said));
      case Notice.JoinAsked(var reader, var where, var asker, var message) ->
          bytes(service("ChanServ", reader, asked(where, asker, message)));
      case Notice.FriendAsked(var reader, var asker) ->
          bytes(service("NickServ", reader, asker.shown() + " asks to be your friend"));
    };
  }

  private static Line service(String name, AccountName reader, String text) {
    return Line.of(name, "NOTICE", reader.shown(), text);
  }

  private static String asked(ChannelName where, Nick asker, String message) {
    var text = asker.shown() + " asks to come into " + where.shown();
    return message.isEmpty() ? text : text + ": " + message;
  }

  private static Line line(Said said) {
    var command = said.form() == Form.NOTICE ? "NOTICE" : "PRIVMSG";
    var line =
        Line.of(said.by().mask(), command, said.target(), said.text().replaceAll("[\r\n]+", " "))
            .with("msgid", said.stamp().msgid())
            .with("time", EventLines.time(said.stamp().time()));
    var account = said.by().account();
    return account == null ? line : line.with("account", account.shown());
  }

  // Without the end of the line.
  private static byte[] bytes(Line line) {
    return new String(line.bytes(LONGEST), UTF_8).stripTrailing().getBytes(UTF_8);
  }
}
