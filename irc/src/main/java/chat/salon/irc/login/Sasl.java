package chat.salon.irc.login;

import chat.salon.core.Refusal;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.login.SaslMechanism.Step;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The SASL exchange of one session (IRCv3 SASL 3.1 and 3.2): puts the chunks of 400 bytes together
/// and asks the mechanism. At any time, before registration and after it. On the session's turn.
public final class Sasl {
  private static final int CHUNK = 400;

  private final IrcSession session;
  private final StringBuilder heard = new StringBuilder();
  private @Nullable SaslMechanism mechanism;

  /// Nothing is under way.
  public Sasl(IrcSession session) {
    this.session = session;
  }

  /// Answers AUTHENTICATE.
  ///
  /// @param data the name of a mechanism, `*`, `+`, or a chunk of base64
  Reply hear(String data) {
    if (data.equals("*")) {
      forget();
      return Reply.of(aborted());
    }
    if (data.length() > CHUNK) {
      forget();
      return Reply.of(session.numeric("905", "SASL message too long"));
    }
    var chosen = mechanism;
    if (chosen == null) {
      return choose(data);
    }
    if (!data.equals("+")) {
      heard.append(data);
    }
    if (heard.length() > session.door().login().settings().saslBytes()) {
      forget();
      return Reply.of(session.numeric("905", "SASL message too long"));
    }
    return data.length() == CHUNK ? Reply.NONE : next(chosen);
  }

  /// Ends an exchange that is under way, because the session is being let in without it.
  Reply abandon() {
    if (mechanism == null) {
      return Reply.NONE;
    }
    forget();
    return Reply.of(aborted());
  }

  private Reply choose(String name) {
    if (!session.takesPasswords()) {
      return failed(IrcSession.INSECURE);
    }
    if (session.isRegistered()
        && session.accountName() != null
        && !session.salon().people().isAlone(session.presence())) {
      return Reply.of(
          session.numeric("907", "You are logged in, and this is not your only connection"));
    }
    var found = SaslMechanism.named(session, name.toUpperCase(Locale.ROOT));
    if (found.isEmpty()) {
      var offered = String.join(",", SaslMechanism.offered(session));
      return Reply.of(session.numeric("908", offered, "are available SASL mechanisms"))
          .and(failed("SASL authentication failed: no such mechanism"));
    }
    mechanism = found.get();
    return Reply.of(authenticate("+"));
  }

  private Reply next(SaslMechanism chosen) {
    var message = decoded();
    forget();
    if (message.isEmpty()) {
      return failed("SASL authentication failed");
    }
    return switch (ask(chosen, message.get())) {
      case Step.Continue(var answer) -> {
        mechanism = chosen;
        yield say(answer);
      }
      case Step.Success(var login) -> succeeded(login);
      case Step.Failure(var why) -> failed(why);
    };
  }

  private Step ask(SaslMechanism chosen, byte[] message) {
    try {
      return session.apart(() -> chosen.next(message));
    } catch (RuntimeException e) {
      session.send(failed("SASL authentication failed: try again later")); // clients wait for it
      throw e;
    } finally {
      Arrays.fill(message, (byte) 0);
    }
  }

  private Optional<byte[]> decoded() {
    try {
      return Optional.of(Base64.getDecoder().decode(heard.toString()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Reply succeeded(Login login) {
    var account = login.account();
    var hindrance = Identity.hindrance(session, account);
    if (hindrance.isPresent()) {
      return failed(hindrance.get());
    }
    return session.holding(() -> {
      session.send(
          Reply.of(
              Identity.loggedIn(session, account),
              session.numeric("903", "SASL authentication successful")));
      return Identity.become(session, login);
    });
  }

  private Reply failed(Refusal why) {
    return failed(
        why instanceof Refusal.BadCredentials
            ? "SASL authentication failed"
            : "SASL authentication failed: " + Numerics.text(why));
  }

  private Reply failed(String text) {
    return Reply.of(session.numeric("904", text));
  }

  private Line aborted() {
    return session.numeric("906", "SASL authentication aborted");
  }

  private static Reply say(byte[] message) {
    var text = Base64.getEncoder().encodeToString(message);
    var lines = new ArrayList<Line>();
    int from = 0;
    for (; text.length() - from >= CHUNK; from += CHUNK) {
      lines.add(authenticate(text.substring(from, from + CHUNK)));
    }
    lines.add(authenticate(from == text.length() ? "+" : text.substring(from)));
    return Reply.of(lines);
  }

  private static Line authenticate(String data) {
    return Line.of(null, "AUTHENTICATE", data);
  }

  private void forget() {
    mechanism = null;
    heard.setLength(0);
  }
}
