package chat.salon.irc;

import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Deed;
import chat.salon.wire.Line;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the commands of staff have in common: everything is written down, logged, and told to other
/// staff. On the session's turn.
public final class Deeds {
  private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);

  private Deeds() {}

  /// Something that the session's person does now, for the record.
  ///
  /// @param details names and values, one after the other; empty values are left out
  public static Deed of(IrcSession session, String action, String subject, String... details) {
    var all = new TreeMap<String, String>();
    all.put("door", "irc");
    all.put("address", session.address());
    for (int i = 0; i + 1 < details.length; i += 2) {
      if (!details[i + 1].isEmpty()) {
        all.put(details[i], details[i + 1]);
      }
    }
    var actor = name(session);
    LOG.info("audit actor={} action={} subject={} details={}", actor, action, subject, all);
    return new Deed(session.door().now(), actor, action, subject, all);
  }

  /// Writes it down by itself. Waits for the disk.
  public static void note(IrcSession session, Deed deed) {
    session.apart(() -> {
      session.salon().protection().note(deed);
      return true;
    });
  }

  /// Who the session's person is in what is kept: the account, the name that they gave to OPER, or
  /// what is shown of them.
  public static String name(IrcSession session) {
    var account = session.accountName();
    if (account != null) {
      return account.shown();
    }
    var operator = session.person().standing().operator();
    return operator == null ? session.mask() : operator + " (" + session.mask() + ")";
  }

  /// Tells staff on every node.
  public static void tell(IrcSession session, To to, String text) {
    session.salon().protection().tellStaff(to, session.nick() + " " + text);
  }

  /// What the one who acts is told, in the name of the server.
  public static Line line(IrcSession session, String text) {
    return Line.of(session.serverName(), "NOTICE", session.nick(), text);
  }

  /// The same as a whole answer.
  public static Reply says(IrcSession session, String text) {
    return Reply.of(line(session, text));
  }

  /// The parameters from one on, as one text.
  public static String rest(Line line, int from) {
    return from >= line.size()
        ? ""
        : String.join(" ", line.params().subList(from, line.size())).strip();
  }
}
