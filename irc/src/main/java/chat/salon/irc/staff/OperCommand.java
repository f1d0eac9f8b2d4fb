package chat.salon.irc.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.account.Logins.Checked;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.OperatorEntry;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// OPER: becomes an operator of those in the configuration. Whatever was wrong, the answer is the
/// same (491), so that nobody learns which operators there are.
final class OperCommand implements Command {
  private static final String WRONG = "No operator of that name and password";
  private static final String DECOY =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @Override
  public Spec spec() {
    return new Spec("OPER", 1, "OPER <name> <password>: becomes an operator of this server.")
        .from("Modern IRC, OPER message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (!session.takesPasswords()) {
      return Reply.of(session.numeric("491", IrcSession.INSECURE));
    }
    var entry = session.door().staff().settings().operator(line.param(0)).orElse(null);
    var typed = line.param(1).getBytes(UTF_8);
    try {
      var why = session.apart(() -> refusal(session, entry, typed));
      if (!why.isEmpty() || entry == null) {
        var shown = Words.named(line.param(0));
        Deeds.note(session, Deeds.of(session, "oper_failed", shown));
        Deeds.tell(session, To.OPERATORS, "tried to become the operator " + shown + " and failed");
        return Reply.of(session.numeric("491", why.isEmpty() ? WRONG : why));
      }
    } finally {
      Arrays.fill(typed, (byte) 0);
    }
    return become(session, entry);
  }

  // Empty when all is right.
  private static String refusal(IrcSession session, @Nullable OperatorEntry entry, byte[] typed) {
    var logins = session.door().logins();
    var shown = session.fingerprint();
    boolean hasCertificate =
        entry == null
            || entry.certificate().isEmpty()
            || (shown != null && entry.certificate().equals(shown.hex()));
    if (entry != null && entry.password().isEmpty()) {
      return hasCertificate ? "" : WRONG;
    }
    if (entry != null && !entry.plainPassword().isEmpty()) {
      boolean isRight = MessageDigest.isEqual(entry.plainPassword().getBytes(UTF_8), typed);
      return told(logins.counted(isRight && hasCertificate, session.inetAddress()), true);
    }
    var encoded = entry == null ? DECOY : entry.password();
    return told(
        logins.check(encoded, typed, session.inetAddress()), entry != null && hasCertificate);
  }

  private static String told(Checked password, boolean isElseRight) {
    return switch (password) {
      case RIGHT -> isElseRight ? "" : WRONG;
      case WRONG -> WRONG;
      case LATER -> "Too many tries: wait a while";
    };
  }

  private static Reply become(IrcSession session, OperatorEntry entry) {
    var staff = session.door().staff();
    var privileges = staff.settings().classOf(entry).privileges();
    var role = Privilege.role(privileges);
    Deeds.note(session, Deeds.of(session, "oper", entry.name(), "class", entry.operatorClass()));
    session.change(person -> person.withStanding(person.standing().raised(role, entry.name())));
    Deeds.tell(
        session,
        To.OPERATORS,
        "is an operator now (" + entry.name() + ", " + entry.operatorClass() + ")");
    var reply = Reply.of(session.numeric("381", "You are now an IRC operator"));
    if (!entry.notices().isEmpty()) {
      session.ears().topics(entry.notices());
      reply =
          reply.and(session.numeric("008", "+" + session.ears().letters(), "Server notice mask"));
    }
    return reply;
  }
}
