package chat.salon.cluster;

import chat.salon.core.protect.Announcement;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Decree;
import chat.salon.core.protect.Decree.Kill;
import chat.salon.core.protect.Decree.Rehost;
import chat.salon.core.protect.Decree.Rename;
import chat.salon.core.protect.Decree.Renew;
import chat.salon.core.protect.Decree.Tell;
import chat.salon.core.protect.Hindrance;
import chat.salon.core.protect.Hindrance.Closed;
import chat.salon.core.protect.Hindrance.Filtered;
import chat.salon.core.protect.Hindrance.Forbidden;
import chat.salon.core.protect.Hindrance.Haste;
import chat.salon.core.protect.Hindrance.ServerBanned;
import chat.salon.core.protect.Hindrance.Shut;
import chat.salon.core.protect.Hindrance.Suspended;
import chat.salon.core.protect.Hindrance.TooOften;
import chat.salon.core.protect.Hindrance.What;
import chat.salon.core.request.ChangeModesByForce;
import chat.salon.core.request.JoinByForce;
import chat.salon.core.request.LeaveByForce;
import chat.salon.core.request.PutOutByForce;
import java.util.Map;

/// What operators decree, what they ask of channels, and why the server as a whole says no.
final class DecreeCodec {
  private static final Numbers<To> TOS =
      new Numbers<>(
          To.class,
          Map.of(
              To.EVERYBODY, 1,
              To.WALLOPS, 2,
              To.BANS, 3,
              To.KILLS, 4,
              To.OPERATORS, 5,
              To.ACCOUNTS, 6,
              To.SPAM, 7,
              To.CONNECTIONS, 8));

  private static final Numbers<What> WHATS =
      new Numbers<>(
          What.class,
          Map.of(
              What.REGISTRATION, 1,
              What.GUESTS_WRITING, 2,
              What.GUESTS, 3,
              What.CONNECTIONS, 4));

  private static final Numbers<Haste> HASTES =
      new Numbers<>(
          Haste.class,
          Map.of(Haste.JOINING, 1, Haste.RENAMING, 2, Haste.INVITING, 3, Haste.REACHING, 4));

  private static final int KILL = 1;
  private static final int RENAME = 2;
  private static final int TELL = 3;
  private static final int RENEW = 4;
  private static final int REHOST = 5;

  private static final int SERVER_BANNED = 1;
  private static final int SHUT = 2;
  private static final int FILTERED = 3;
  private static final int TOO_OFTEN = 4;
  private static final int CLOSED = 55;
  private static final int SUSPENDED = 5;
  private static final int FORBIDDEN = 6;

  private DecreeCodec() {}

  static void write(Writer out, Decree what) {
    out.body(what, DecreeCodec::fields);
  }

  private static void fields(Writer out, Decree what) {
    switch (what) {
      case Kill(var whom, var reason) -> {
        out.number(KILL);
        PersonCodec.write(out, whom);
        Text.LINE.write(out, reason);
      }
      case Rename(var whom, var nick) -> {
        out.number(RENAME);
        PersonCodec.write(out, whom);
        Names.write(out, nick);
      }
      case Tell(var announcement) -> {
        out.number(TELL);
        TOS.write(out, announcement.to());
        Text.LINE.write(out, announcement.source());
        Text.LINE.write(out, announcement.text());
      }
      case Renew() -> out.number(RENEW);
      case Rehost(var account) -> {
        out.number(REHOST);
        Names.write(out, account);
      }
    }
  }

  static Decree read(Reader in) {
    return in.body(DecreeCodec::fields);
  }

  private static Decree fields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case KILL -> new Kill(PersonCodec.id(in), Text.LINE.read(in));
      case RENAME -> new Rename(PersonCodec.id(in), Names.nick(in));
      case TELL -> new Tell(new Announcement(TOS.read(in), Text.LINE.read(in), Text.LINE.read(in)));
      case RENEW -> new Renew();
      case REHOST -> new Rehost(Names.account(in));
      default -> throw in.unknown("decree", number);
    };
  }

  // ---- Requests ----

  static void fields(Writer out, JoinByForce join) {
    PersonCodec.write(out, join.whom());
    PersonCodec.writeNodes(out, join.nodes());
  }

  static JoinByForce join(Reader in) {
    return new JoinByForce(PersonCodec.read(in), PersonCodec.nodes(in));
  }

  static void fields(Writer out, LeaveByForce leave) {
    Names.write(out, leave.whom());
    Text.LINE.write(out, leave.reason());
  }

  static LeaveByForce leave(Reader in) {
    return new LeaveByForce(Names.nick(in), Text.LINE.read(in));
  }

  static void fields(Writer out, PutOutByForce putOut) {
    PersonCodec.write(out, putOut.whom());
    Text.LINE.write(out, putOut.reason());
  }

  static PutOutByForce putOut(Reader in) {
    return new PutOutByForce(PersonCodec.id(in), Text.LINE.read(in));
  }

  static void fields(Writer out, ChangeModesByForce change) {
    out.list(change.wanted(), ModeCodec::write);
  }

  static ChangeModesByForce changeModes(Reader in) {
    return new ChangeModesByForce(in.list(ModeCodec::read));
  }

  // ---- Why not ----

  static void write(Writer out, Hindrance why) {
    out.body(why, DecreeCodec::fields);
  }

  private static void fields(Writer out, Hindrance why) {
    switch (why) {
      case ServerBanned(var reason, var until, var appeal) -> {
        out.number(SERVER_BANNED);
        Text.LINE.write(out, reason);
        out.flag(until != null);
        if (until != null) {
          out.instant(until);
        }
        Text.LINE.write(out, appeal);
      }
      case Suspended(var reason, var until) -> {
        out.number(SUSPENDED);
        Text.LINE.write(out, reason);
        out.flag(until != null);
        if (until != null) {
          out.instant(until);
        }
      }
      case Forbidden(var name, var reason) -> {
        out.number(FORBIDDEN);
        Text.LINE.write(out, name);
        Text.LINE.write(out, reason);
      }
      case Shut(var what, var level) -> {
        out.number(SHUT);
        WHATS.write(out, what);
        out.number(level);
      }
      case Filtered(var reason) -> {
        out.number(FILTERED);
        Text.LINE.write(out, reason);
      }
      case Closed(var channel, var reason, var until) -> {
        out.number(CLOSED);
        Names.write(out, channel);
        Text.LINE.write(out, reason);
        out.flag(until != null);
        if (until != null) {
          out.instant(until);
        }
      }
      case TooOften(var what, var seconds) -> {
        out.number(TOO_OFTEN);
        HASTES.write(out, what);
        out.number(seconds);
      }
    }
  }

  static Hindrance hindrance(Reader in) {
    return in.body(DecreeCodec::hindered);
  }

  private static Hindrance hindered(Reader in) {
    int number = in.integer();
    return switch (number) {
      case SERVER_BANNED ->
          new ServerBanned(Text.LINE.read(in), in.flag() ? in.instant() : null, Text.LINE.read(in));
      case SUSPENDED -> new Suspended(Text.LINE.read(in), in.flag() ? in.instant() : null);
      case FORBIDDEN -> new Forbidden(Text.LINE.read(in), Text.LINE.read(in));
      case SHUT -> new Shut(WHATS.read(in), in.integer());
      case FILTERED -> new Filtered(Text.LINE.read(in));
      case CLOSED ->
          new Closed(Names.channel(in), Text.LINE.read(in), in.flag() ? in.instant() : null);
      case TOO_OFTEN -> new TooOften(HASTES.read(in), in.number());
      default -> throw in.unknown("hindrance", number);
    };
  }
}
