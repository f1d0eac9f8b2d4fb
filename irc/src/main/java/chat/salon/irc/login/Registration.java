package chat.salon.irc.login;

import chat.salon.core.Nick;
import chat.salon.core.People.Entry.Denied;
import chat.salon.core.People.Entry.Entered;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.Refusal.CutOff;
import chat.salon.core.Role;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Words;
import chat.salon.wire.TextSplit;
import org.jspecify.annotations.Nullable;

/// What a connection says of itself before it is let in. On the session's turn.
public final class Registration {
  private final IrcSession session;
  private volatile @Nullable Nick nick;
  private @Nullable String user;
  private String realname = "";
  private boolean isNegotiating;
  private int capVersion;

  /// Of a connection that has said nothing yet.
  public Registration(IrcSession session) {
    this.session = session;
  }

  /// The nick so far; `*` for none.
  public String nick() {
    var now = nick;
    return now == null ? "*" : now.shown();
  }

  /// `nick!user@host` so far, with `*` for what is still to come.
  public String mask() {
    return nick() + '!' + (user == null ? "*" : user) + '@' + host();
  }

  /// The highest version of CAP that the client has spoken, for as long as it is connected; 0 for
  /// none.
  int capVersion() {
    return capVersion;
  }

  void capVersion(int spoken) {
    capVersion = Math.max(capVersion, spoken);
  }

  /// The nick that the connection wants.
  public void nick(Nick wanted) {
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
    session.send(session.sasl().abandon());
    var account = session.account();
    if (account != null && session.salon().people().nickIsAccount()) {
      wanted = Nick.trusted(account.name().shown());
    }
    var role = account == null ? Role.MEMBER : account.role();
    var who =
        new Person(
            chat.salon.core.PersonId.NONE,
            wanted,
            user,
            host(),
            realname,
            account == null ? null : account.name(),
            null,
            Standing.PLAIN
                .withSecure(session.isSecure())
                .withRole(role)
                .withBot(account != null && account.isBot()));
    var entry = session.awaiting(() -> session.salon().people().enter(session, who));
    return switch (entry) {
      case Denied(CutOff why) -> {
        session.close(Numerics.text(why)); // so that it tries another server
        yield Reply.NONE;
      }
      case Denied(var why) -> {
        nick = null;
        yield session.refuse(why);
      }
      case Entered(var presence, var isNew) -> {
        session.presence(presence);
        if (!isNew && account != null) {
          Identity.joined(session, account);
        }
        yield Welcome.of(session, isNew);
      }
    };
  }

  private String host() {
    return Words.address(
        session.settings().cloak()
            ? session.door().cloak().of(session.inetAddress())
            : session.address());
  }

  private static boolean mayBeInUser(int c) {
    return c > 0x20 && c < 0x7f && c != '!' && c != '@' && c != '*' && c != '?' && c != ':';
  }
}
