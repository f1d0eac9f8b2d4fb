package chat.salon.irc.login;

import chat.salon.irc.Cap;
import chat.salon.irc.Features;
import chat.salon.irc.IrcSession;
import chat.salon.irc.MetadataLines;
import chat.salon.irc.ModeNames;
import chat.salon.irc.Reply;
import chat.salon.irc.Supported;
import chat.salon.irc.Words;
import chat.salon.irc.channel.JoinReplies;
import chat.salon.irc.channel.Missed;
import chat.salon.irc.channel.OwnChannels;
import chat.salon.irc.channel.UserMode;
import chat.salon.irc.query.LusersCommand;
import chat.salon.irc.query.MotdCommand;
import chat.salon.wire.Line;

/// What a client is told when it is let in.
final class Welcome {
  private Welcome() {}

  /// 001 to 005, LUSERS, the modes, and the message of the day; then the channels that the person
  /// is on already, and those that their account belongs to.
  static Reply of(IrcSession session, boolean isNew) {
    session.metadata().settle();
    var info = session.door().info();
    var greeting =
        Reply.of(
                session.numeric(
                    "001", "Welcome to the " + info.network() + " Network, " + session.mask()),
                session.numeric(
                    "002", "Your host is " + info.name() + ", running version " + info.program()),
                session.numeric("003", "This server was started " + Words.date(info.started())),
                session.numeric(
                    "004",
                    info.name(),
                    info.program(),
                    UserMode.LETTERS,
                    Features.channelModes(false),
                    Features.channelModes(true)))
            .and(Supported.of(session))
            .and(modes(session))
            .and(self(session))
            .and(session.has(Cap.AUTHTOKEN) ? TokenCommand.services(session) : Reply.NONE)
            .and(LusersCommand.of(session, session.door().channels(session.actor())))
            .and(UserMode.is(session))
            .and(MetadataLines.own(session))
            .and(MotdCommand.of(session));
    session.send(greeting);
    if (!isNew) {
      session.send(channels(session));
    }
    return OwnChannels.join(session)
        .and(Missed.arrived(session))
        .and(PersistenceCommand.welcome(session))
        .and(OpenQuestions.of(session));
  }

  // 964 (RPL_CHMODELIST) and 965 (RPL_UMODELIST) of IRCv3 draft/named-modes, which come without
  // the capability too; but not to clients that are older than capabilities with values.
  private static Reply modes(IrcSession session) {
    return session.registration().speaks302()
        ? named(session, "964", ModeNames.CHANNEL).and(named(session, "965", ModeNames.USER))
        : Reply.NONE;
  }

  // All but the last line have a star before the names.
  private static Reply named(IrcSession session, String numeric, ModeNames names) {
    var lines = ModeNames.lines(session.numeric(numeric, "*"), names.all());
    var last = lines.removeLast();
    return Reply.of(lines)
        .and(
            session.numeric(numeric, last.params().subList(2, last.size()).toArray(String[]::new)));
  }

  // IRCv3 draft/whoami: from it a client knows what stands before all that it says.
  private static Reply self(IrcSession session) {
    return session.has(Cap.WHOAMI)
        ? Reply.of(Line.of(session.mask(), "SETNAME", session.person().realname()))
        : Reply.NONE;
  }

  /// The channels that the person is on, for one more session of theirs: it is told of a JOIN of
  /// each, and what follows one.
  static Reply channels(IrcSession session) {
    session.awaiting(() -> {
      session.salon().people().attach(session.presence(), session);
      return true;
    });
    var reply = Reply.NONE;
    for (var channel : session.presence().channels().stream().sorted().toList()) {
      reply = reply.and(JoinReplies.of(session, channel));
    }
    return reply;
  }
}
