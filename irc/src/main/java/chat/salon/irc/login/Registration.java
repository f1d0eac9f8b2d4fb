package chat.salon.irc.login;

import chat.salon.core.Availability;
import chat.salon.core.Nick;
import chat.salon.core.People.Entry.Denied;
import chat.salon.core.People.Entry.Entered;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.Refusal.CutOff;
import chat.salon.core.Refusal.Hindered;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Role;
import chat.salon.core.protect.Hindrance.Forbidden;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.wire.TextSplit;
import org.jspecify.annotations.Nullable;

/// What a connection says of itself before it is let in. On the session's turn.
public final class Registration {
  private static final int DEVICE_BYTES = 32;

  private final IrcSession session;
  private volatile @Nullable Nick nick;
  private @Nullable String user;
  private String realname = "";
  private boolean isNegotiating;
  private volatile int capVersion;
  private @Nullable String serverPassword;
  private String away = "";
  private boolean isNobodyThere;
  private String device = "";

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

  /// Whether the client knows values of capabilities.
  boolean speaks302() {
    return capVersion >= CapCommand.WITH_VALUES;
  }

  void capVersion(int spoken) {
    capVersion = Math.max(capVersion, spoken);
  }

  /// Which of somebody's devices it is, as `USER name@device` says; empty for an unnamed one.
  public String device() {
    return device;
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
    var parts = name.split("@", 2);
    name = parts[0].isEmpty() ? name : parts[0];
    device = parts.length < 2 ? "" : TextSplit.fit(parts[1], DEVICE_BYTES);
    var plain = name.chars().allMatch(Registration::mayBeInUser) ? name : "user";
    user = "~" + TextSplit.fit(plain, limits.userLength() - 1);
    realname = TextSplit.fit(real, limits.realnameLength());
  }

  /// What PASS gave as the password of the server; the last one counts.
  void serverPassword(String typed) {
    serverPassword = typed;
  }

  /// What AWAY said before registration; empty for here.
  public void away(String text) {
    away = text;
  }

  /// Nobody sits at this connection: `AWAY *` (IRCv3 draft/pre-away).
  public void nobodyThere(boolean now) {
    isNobodyThere = now;
  }

  /// Whether the last AWAY said that nobody sits at this connection.
  public boolean isNobodyThere() {
    return isNobodyThere;
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
    if (!renewAccount()) {
      return Reply.NONE;
    }
    var account = session.account();
    var refusal = Admission.refusal(session, serverPassword);
    if (refusal.isPresent()) {
      session.send(Reply.of(refusal.get().line()));
      session.close(refusal.get().why());
      return Reply.NONE;
    }
    if (account != null) {
      var name = account.name();
      var asked = wanted;
      var bouncer = session.door().bouncer();
      var own =
          session.salon().people().nickIsAccount()
              ? Nick.trusted(name.shown())
              : session.apart(() -> bouncer.nick(name)).orElse(asked);
      if (!session.apart(() -> bouncer.mayJoin(name, own))) {
        nick = null;
        return session.refuse(new NickInUse(own));
      }
      wanted = own;
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
            away.isEmpty() || isNobodyThere ? null : away,
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
      case Denied(Hindered why) when !(why.why() instanceof Forbidden) -> { // another nick may do
        session.send(session.refuse(why));
        session.close(Numerics.text(why));
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
        beAway(isNew);
        yield Welcome.of(session, isNew);
      }
    };
  }

  // What it has logged in to may be dropped or suspended since, or may do more or less.
  private boolean renewAccount() {
    var before = session.account();
    if (before == null) {
      return true;
    }
    var now = session.apart(() -> session.door().logins().account(before.name()));
    var refusal = now.flatMap(account -> account.refusal(session.door().now()));
    if (now.isEmpty() || refusal.isPresent()) {
      refusal.ifPresent(why -> session.send(session.refuse(why)));
      session.close(refusal.map(Numerics::text).orElse("There is no such account any more"));
      return false;
    }
    session.account(now.get());
    return true;
  }

  // One more connection at which nobody sits makes nobody away who is there on another.
  private void beAway(boolean isNew) {
    if (isNobodyThere || !(isNew || away.isEmpty())) {
      session.awaiting(() -> {
        var appearance = session.salon().people().appearance();
        appearance.available(session.presence(), session, null, Availability.IDLE);
        return true;
      });
    }
  }

  private String host() {
    var account = session.account();
    return ShownHost.of(session, account == null ? null : account.name());
  }

  /// Whether there is anything in a user name that can be shown.
  static boolean isUser(String name) {
    return name.chars().anyMatch(Registration::mayBeInUser);
  }

  private static boolean mayBeInUser(int c) {
    return c > 0x20 && c < 0x7f && c != '!' && c != '@' && c != '*' && c != '?' && c != ':';
  }
}
