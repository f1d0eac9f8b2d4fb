package chat.salon.irc;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a client is told when it is let in.
final class Welcome {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Welcome() {}

  /// 001 to 005, LUSERS and the message of the day; then the channels that the person is on
  /// already.
  static Reply of(IrcSession session, boolean isNew) {
    var info = session.door().info();
    var person = session.person();
    var reply =
        Reply.of(
                session.numeric(
                    "001", "Welcome to the " + info.network() + " Network, " + person.mask()),
                session.numeric(
                    "002",
                    "Your host is " + info.name() + ", running version Salon-" + info.version()),
                session.numeric("003", "This server was started " + DATE.format(info.started())),
                session.numeric(
                    "004",
                    info.name(),
                    "Salon-" + info.version(),
                    "Bio",
                    "beIiklmnstqaohv",
                    "beIklqaohv"))
            .and(Reply.of(session.door().isupport().lines(info.name(), session.nick())));
    session.send(reply);
    if (!isNew) {
      session.awaiting(() -> {
        session.salon().attach(session.presence(), session);
        return true;
      });
    }
    return Reply.NONE;
  }
}
