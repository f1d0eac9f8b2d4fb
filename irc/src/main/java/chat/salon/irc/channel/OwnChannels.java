package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.request.Join;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.wire.Line;
import java.util.stream.Stream;

/// The registered channels that an account belongs to: who comes is in them, as if they had never
/// been away.
public final class OwnChannels {
  private OwnChannels() {}

  /// Joins them one after the other, and tells what follows a JOIN as the client takes it; nothing
  /// where the settings say no.
  public static Reply join(IrcSession session) {
    if (session.settings().joinOwnChannels()) {
      var names = session.apart(() -> session.salon().ownChannels(session.presence()));
      session.send(names.stream().flatMap(name -> lines(session, name)).iterator());
    }
    return Reply.NONE;
  }

  private static Stream<Line> lines(IrcSession session, ChannelName name) {
    return JoinCommand.told(session, name, session.ask(name, new Join(null))).lines().stream();
  }
}
