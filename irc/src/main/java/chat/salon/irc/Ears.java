package chat.salon.irc;

import chat.salon.core.Role;
import chat.salon.core.protect.Announcement;
import chat.salon.core.protect.Announcement.To;
import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What one connection wants to hear of what is told to many: user modes `w` (WALLOPS) and `n`
/// (what the server tells its staff, by letters). Any thread.
public final class Ears {
  /// All letters that staff may choose.
  public static final String LETTERS = letters(EnumSet.allOf(To.class));

  private volatile boolean wallops;
  private volatile Set<To> topics = Set.of();

  /// Whether it hears WALLOPS.
  public boolean wallops() {
    return wallops;
  }

  /// Hears WALLOPS from now on, or does not.
  public void wallops(boolean now) {
    wallops = now;
  }

  /// What of that which staff are told.
  public Set<To> topics() {
    return topics;
  }

  /// Hears these from now on; letters that there are not say nothing.
  public void topics(String letters) {
    var now = EnumSet.noneOf(To.class);
    for (var to : To.values()) {
      if (to.isForStaff() && letters.indexOf(to.letter()) >= 0) {
        now.add(to);
      }
    }
    topics = Set.copyOf(now);
  }

  /// The letters of what it hears.
  public String letters() {
    return letters(topics);
  }

  private static String letters(Set<To> those) {
    return those.stream()
        .filter(To::isForStaff)
        .map(to -> String.valueOf(to.letter()))
        .sorted()
        .reduce("", String::concat);
  }

  /// Shows a session what concerns it; on its event loop.
  static void show(IrcSession session, Announcement what) {
    if (!session.isRegistered()) {
      return;
    }
    var ears = session.ears();
    var server = session.serverName();
    switch (what.to()) {
      case EVERYBODY -> tell(session, Line.of(server, "NOTICE", session.nick(), what.text()));
      case WALLOPS -> {
        if (ears.wallops()) {
          tell(
              session,
              Line.of(what.source().isEmpty() ? server : what.source(), "WALLOPS", what.text()));
        }
      }
      case BANS, KILLS, OPERATORS, ACCOUNTS, SPAM, CONNECTIONS -> {
        if (ears.topics().contains(what.to()) && isStaff(session)) {
          tell(session, Line.of(server, "NOTICE", session.nick(), "*** " + what.text()));
        }
      }
    }
  }

  private static void tell(IrcSession session, Line line) {
    int room = session.settings().lineBytes() - withText(line, "").bodySize();
    for (var piece : TextSplit.split(line.params().getLast(), room)) {
      session.outbox().send(List.of(withText(line, piece)), false);
    }
  }

  private static Line withText(Line line, String text) {
    var params = line.params().toArray(String[]::new);
    params[params.length - 1] = text;
    return Line.of(line.source(), line.command(), params);
  }

  private static boolean isStaff(IrcSession session) {
    return session
        .salon()
        .people()
        .directory()
        .find(session.personId())
        .filter(person -> person.standing().role() != Role.MEMBER)
        .isPresent();
  }
}
