package chat.salon.irc.staff;

import chat.salon.core.ChannelName;
import chat.salon.core.Person;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Whom a command acts for, and where.
final class Victim {
  private Victim() {}

  /// With somebody who is connected, or 401.
  static Reply person(IrcSession session, String nick, Function<Person, Reply> work) {
    return session
        .salon()
        .nick(nick)
        .flatMap(session::find)
        .map(work)
        .orElseGet(() -> session.refuse(new NoSuchNick(nick)));
  }

  /// With somebody who is connected and the name of a channel, or 401 or 403.
  static Reply inChannel(
      IrcSession session,
      String nick,
      String channel,
      BiFunction<Person, ChannelName, Reply> work) {
    return session
        .salon()
        .channelName(channel)
        .map(name -> person(session, nick, person -> work.apply(person, name)))
        .orElseGet(() -> session.refuse(new BadChannelName(channel)));
  }
}
