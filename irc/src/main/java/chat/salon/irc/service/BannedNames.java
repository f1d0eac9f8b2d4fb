package chat.salon.irc.service;

import chat.salon.core.BanWords;
import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.WrittenDuration;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.core.protect.ServerBan.Target;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Accounts that staff suspend, and names that they forbid: kept, written down and carried out
/// everywhere as bans from the server are. On the session's turn.
final class BannedNames {
  private static final int LONGEST_LIST = 200;

  private BannedNames() {}

  /// Keeps one, in place of one about the same.
  ///
  /// @param words a duration, a reason, both or nothing
  /// @param action for the record
  /// @param now what is true of it from now on: `is suspended`
  static Reply put(
      IrcSession session,
      Voice voice,
      Target target,
      List<String> words,
      String action,
      String now) {
    var protection = session.salon().protection();
    var written = BanWords.of(String.join(" ", words));
    int most = protection.settings().banDays();
    var lasts = WrittenDuration.parse(written.duration());
    boolean isTimed = !written.duration().isEmpty();
    if (isTimed && lasts.filter(time -> time.compareTo(Duration.ofDays(most)) <= 0).isEmpty()) {
      return voice.says(Numerics.text(new BadDuration(written.duration(), most)));
    }
    if (protection.rules().bans().size() >= protection.settings().bans()) {
      return voice.says("There are too many bans: lift some first");
    }
    var reason = session.fit(written.reason(), session.salon().limits().kickLength(), "NOTICE");
    var at = session.door().now();
    var until = lasts.map(at::plus).orElse(null);
    var ban =
        new ServerBan(
            0, target.kind(), target.mask(), reason, null, Deeds.name(session), at, until);
    var deed =
        Deeds.of(session, action, target.mask(), "reason", reason, "duration", written.duration());
    session.apart(() -> {
      protection.defences().ban(ban, deed);
      return true;
    });
    renew(session);
    var shown = target.mask() + " " + now + ending(until, reason);
    Deeds.tell(session, To.BANS, "decided: " + shown);
    return voice.says(shown);
  }

  /// Lifts one.
  ///
  /// @param none what is said when there is none
  static Reply lift(
      IrcSession session, Voice voice, Target target, String action, String now, String none) {
    var deed = Deeds.of(session, action, target.mask());
    boolean was = session.apart(() -> session.salon().protection().defences().lift(target, deed));
    if (!was) {
      return voice.says(none);
    }
    renew(session);
    Deeds.tell(session, To.BANS, "decided: " + target.mask() + " " + now);
    return voice.says(target.mask() + " " + now);
  }

  private static void renew(IrcSession session) {
    session.awaiting(() -> {
      session.salon().protection().renew();
      return true;
    });
  }

  /// Those that hold.
  static Reply list(IrcSession session, Voice voice, Set<Kind> kinds, String none) {
    var now = session.door().now();
    var all =
        session.salon().protection().rules().bans().stream()
            .filter(ban -> kinds.contains(ban.kind()) && ban.holds(now))
            .limit(LONGEST_LIST)
            .map(ban ->
                ban.mask()
                    + " by "
                    + ban.by()
                    + " on "
                    + Words.date(ban.at())
                    + ending(ban.until(), ban.reason()))
            .toList();
    return all.isEmpty() ? voice.says(none) : voice.says(all);
  }

  private static String ending(@Nullable Instant until, String reason) {
    return (until == null ? "" : " until " + Words.date(until))
        + (reason.isEmpty() ? "" : ": " + reason);
  }
}
