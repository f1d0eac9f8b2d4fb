package chat.salon.irc.staff;

import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.WrittenDuration;
import chat.salon.core.protect.AddressRange;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.core.protect.ServerBan.Target;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the commands that ban from the server have in common. On the session's turn.
final class BanWork {
  private static final int SHOWN = 200;

  private BanWork() {}

  /// Bans. Who would be hit that must not be is not, and the operator is told.
  ///
  /// @param duration as written; empty for good
  /// @param text the reason, then, behind a `|`, what only staff are told
  static Reply ban(IrcSession session, Target target, String duration, String text) {
    var protection = session.salon().protection();
    int most = protection.settings().banDays();
    var lasts = duration.isEmpty() ? null : WrittenDuration.parse(duration).orElse(null);
    if (!duration.isEmpty() && (lasts == null || lasts.compareTo(Duration.ofDays(most)) > 0)) {
      return session.refuse(new BadDuration(duration, most));
    }
    var refused = safeguard(session, target);
    if (refused != null) {
      return Reply.of(refused);
    }
    if (protection.rules().bans().size() >= protection.settings().bans()) {
      return fail(session, "TOO_MANY_BANS", target, "There are too many bans: lift some first");
    }
    int bar = text.indexOf('|');
    var reason = (bar < 0 ? text : text.substring(0, bar)).strip();
    var staffReason = bar < 0 ? null : text.substring(bar + 1).strip();
    var now = session.door().now();
    var ban =
        new ServerBan(
            0,
            target.kind(),
            target.mask(),
            reason,
            staffReason,
            Deeds.name(session),
            now,
            lasts == null ? null : now.plus(lasts));
    var deed =
        Deeds.of(
            session,
            "ban",
            ban.shown(),
            "kind",
            target.kind().name(),
            "reason",
            reason,
            "staff_reason",
            staffReason == null ? "" : staffReason,
            "duration",
            duration);
    session.apart(() -> {
      protection.defences().ban(ban, deed);
      return true;
    });
    int covered = protection.coveredBy(ban).size();
    session.awaiting(() -> {
      protection.renew();
      return true;
    });
    var shown =
        "banned "
            + ban.shown()
            + (duration.isEmpty() ? "" : " for " + duration)
            + (reason.isEmpty() ? "" : ": " + reason);
    Deeds.tell(session, To.BANS, shown);
    return Deeds.says(
        session,
        "You have "
            + shown
            + " ("
            + covered
            + " connected here "
            + (covered == 1 ? "is" : "are")
            + " put out)");
  }

  // Nobody locks out the machine itself, or themselves.
  private static @Nullable Line safeguard(IrcSession session, Target target) {
    var settings = session.salon().protection().settings();
    var range =
        target.kind() == Kind.ADDRESS ? AddressRange.parse(target.mask()).orElse(null) : null;
    if (range != null) {
      boolean hitsExempt =
          settings.exempt().stream()
              .flatMap(one -> AddressRange.parse(one).stream())
              .anyMatch(range::overlaps);
      if (hitsExempt) {
        return line(session, "EXEMPT_ADDRESS", target, "Addresses in it are exempt from bans");
      }
      int least = target.mask().indexOf(':') >= 0 ? 19 : 8;
      if (range.bits() < least) {
        return line(session, "RANGE_TOO_WIDE", target, "The range is too wide: at least /" + least);
      }
    }
    var ban =
        new ServerBan(0, target.kind(), target.mask(), "", null, "", session.door().now(), null);
    return ban.covers(session.person(), session.address(), settings.isExempt(session.address()))
        ? line(session, "COVERS_YOURSELF", target, "That covers yourself")
        : null;
  }

  /// Lifts a ban.
  static Reply lift(IrcSession session, Target target) {
    var protection = session.salon().protection();
    var deed = Deeds.of(session, "unban", target.mask(), "kind", target.kind().name());
    boolean was = session.apart(() -> protection.defences().lift(target, deed));
    if (!was) {
      return fail(session, "NO_SUCH_BAN", target, "There is no such ban");
    }
    session.awaiting(() -> {
      protection.renew();
      return true;
    });
    Deeds.tell(session, To.BANS, "lifted the ban of " + target.mask());
    return Deeds.says(session, "The ban of " + target.mask() + " is lifted");
  }

  /// The bans of these kinds.
  static Reply list(IrcSession session, Set<Kind> kinds) {
    var lines = new ArrayList<Line>();
    for (var ban : bans(session, kinds)) {
      lines.add(Deeds.line(session, shown(ban)));
    }
    lines.add(Deeds.line(session, lines.isEmpty() ? "There are no bans" : "End of bans"));
    return Reply.of(lines);
  }

  static List<ServerBan> bans(IrcSession session, Set<Kind> kinds) {
    var now = session.door().now();
    return session.salon().protection().rules().bans().stream()
        .filter(ban -> kinds.contains(ban.kind()) && ban.holds(now))
        .toList();
  }

  /// A ban in one line.
  static String shown(ServerBan ban) {
    var until = ban.until();
    var staffReason = ban.staffReason();
    return ban.shown()
        + " by "
        + ban.by()
        + " on "
        + Words.date(ban.at())
        + (until == null ? ", for good" : ", until " + Words.date(until))
        + (ban.reason().isEmpty() ? "" : ": " + ban.reason())
        + (staffReason == null ? "" : " | " + staffReason);
  }

  static Reply fail(IrcSession session, String code, Target target, String text) {
    return Reply.of(line(session, code, target, text));
  }

  private static Line line(IrcSession session, String code, Target target, String text) {
    return session.standardReply("FAIL", session.command(), code, Words.named(target.mask()), text);
  }

  /// What cannot be a target.
  static Reply unclear(IrcSession session, String given, String wanted) {
    var shown = given.length() <= SHOWN ? given : given.substring(0, SHOWN);
    return Reply.of(
        session.standardReply(
            "FAIL",
            session.command(),
            "INVALID_TARGET",
            Words.named(shown),
            Words.named(shown) + " is none: write " + wanted));
  }
}
