package chat.salon.irc.channel;

import chat.salon.core.request.Join;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Speech.Pending;

/// The registered channels that an account belongs to: who comes is in them, as if they had never
/// been away.
public final class OwnChannels {
  private OwnChannels() {}

  /// Joins them, and tells what follows a JOIN; nothing where the settings say no.
  public static Reply join(IrcSession session) {
    if (!session.settings().joinOwnChannels()) {
      return Reply.NONE;
    }
    var names = session.apart(() -> session.salon().ownChannels(session.presence()));
    return Pending.finish(
        session,
        names.stream()
            .map(name ->
                new Pending(
                    session.begin(name, new Join(null)),
                    outcome -> JoinCommand.told(session, name, outcome)))
            .toList());
  }
}
