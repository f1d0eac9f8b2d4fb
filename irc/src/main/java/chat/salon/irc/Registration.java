package chat.salon.irc;

import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.Role;
import chat.salon.core.Salon.Entry.Denied;
import chat.salon.core.Salon.Entry.Entered;
import chat.salon.wire.TextSplit;
import org.jspecify.annotations.Nullable;

/// What a connection says of itself before it is let in. On the session's turn.
final class Registration {
  private final IrcSession session;
  private volatile @Nullable Nick nick;
  private @Nullable String user;
  private String realname = "";
  private boolean isNegotiating;

  Registration(IrcSession session) {
    this.session = session;
  }

  /// The nick so far; `*` for none.
  String nick() {
    var now = nick;
    return now == null ? "*" : now.shown();
  }

  /// The nick that the connection wants.
  void nick(Nick wanted) {
    nick = wanted;
  }

  boolean hasUser() {
    return user != null;
  }

  /// What USER said.
  void user(String name, String real) {
    var limits = session.salon().limits();
    var plain = name.chars().allMatch(Registration::mayBeInUser) ? name : "user";
    user = "~" + TextSplit.fit(plain, limits.userLength() - 1);
    realname = TextSplit.fit(real, limits.realnameLength());
  }

  /// Capabilities are being negotiated: registration waits for CAP END.
  void negotiating(boolean now) {
    isNegotiating = now;
  }

  boolean isNegotiating() {
    return isNegotiating;
  }

  /// Lets the connection in when all is said; otherwise nothing.
  Reply advance() {
    var wanted = nick;
    if (wanted == null || user == null || isNegotiating || session.isRegistered()) {
      return Reply.NONE;
    }
    var account = session.account();
    if (account != null && session.salon().nickIsAccount()) {
      wanted = Nick.trusted(account.name().shown());
    }
    var cloaked =
        session.settings().cloak()
            ? session.door().cloak().of(session.inetAddress())
            : session.address();
    var who =
        new Person(
            chat.salon.core.PersonId.NONE,
            wanted,
            user,
            cloaked.startsWith(":") ? "0" + cloaked : cloaked,
            realname,
            account == null ? null : account.name(),
            null,
            new Standing(session.isSecure(), false, false, false));
    var role = account == null ? Role.MEMBER : account.role();
    var entry = session.awaiting(() -> session.salon().enter(session, who, role));
    return switch (entry) {
      case Denied(var why) -> {
        nick = null;
        yield session.refuse(why);
      }
      case Entered(var presence, var isNew) -> {
        session.presence(presence);
        yield Welcome.of(session, isNew);
      }
    };
  }

  private static boolean mayBeInUser(int c) {
    return c > 0x20 && c < 0x7f && c != '!' && c != '@' && c != '*' && c != '?' && c != ':';
  }
}
