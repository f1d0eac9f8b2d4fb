package chat.salon.irc.channel;

import chat.salon.core.Person.Standing;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Role;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString;
import chat.salon.wire.ModeString.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// MODE of a nick: what one's modes are, and changing them. `i` (left out of lists), `B` (a
/// program), `R` (of guests, private messages of whom one accepts alone) and `T` (no CTCP) are
/// anybody's to set, but bots are always `B`; `o` (network staff) comes with the account's role and
/// can only be put down; `s` says that all of one's connections are secure. What one connection
/// hears, others of the same person need not: `w` (WALLOPS) and, of staff, `n` with letters of what
/// the server tells them.
public final class UserMode {
  /// All modes of people.
  public static final String LETTERS = "BRTinosw";

  /// The same by kind: `n` may have a parameter.
  public static final ModeString.Kinds KINDS =
      new ModeString.Kinds("", "", "n", LETTERS.replace("n", ""), "");

  private UserMode() {}

  /// Answers `MODE <nick> [<modes>]`.
  ///
  /// @param line the whole MODE line; its first parameter is no channel
  static Reply run(IrcSession session, Line line) {
    return own(
        session,
        line.param(0),
        () ->
            line.size() == 1
                ? Reply.of(is(session))
                : change(session, ModeString.parse(line.params().subList(1, line.size()), KINDS)));
  }

  /// The answer to who asks about themselves; others are told that it is not for them.
  static Reply own(IrcSession session, String target, Supplier<Reply> answer) {
    var nick = session.salon().nick(target);
    if (nick.isEmpty() || !session.person().nick().equals(nick.get())) {
      boolean isHere = nick.flatMap(session::find).isPresent();
      return isHere
          ? Reply.of(session.numeric("502", "You cannot see or change other people's modes"))
          : session.refuse(new NoSuchNick(target));
    }
    return answer.get();
  }

  /// 221 (RPL_UMODEIS).
  public static Line is(IrcSession session) {
    var letters = new StringBuilder("+");
    set(session).forEach(mode -> letters.append(mode.mode()));
    return session.numeric("221", letters.toString());
  }

  /// What is set.
  static List<Change> set(IrcSession session) {
    var set = new ArrayList<Change>();
    for (var mode : Mode.values()) {
      if (mode.isSet(session.person().standing())) {
        set.add(new Change(true, mode.letter, null));
      }
    }
    var ears = session.ears();
    if (!ears.letters().isEmpty()) {
      set.add(new Change(true, 'n', ears.letters()));
    }
    if (ears.wallops()) {
      set.add(new Change(true, 'w', null));
    }
    return set;
  }

  /// What is different; nothing when no mode changed.
  public static List<Change> changes(Standing before, Standing after) {
    var changes = new ArrayList<Change>();
    for (boolean isOn : new boolean[] {true, false}) {
      for (var mode : Mode.values()) {
        if (mode.isSet(before) != isOn && mode.isSet(after) == isOn) {
          changes.add(new Change(isOn, mode.letter, null));
        }
      }
    }
    return changes;
  }

  /// Changes one's own modes.
  static Reply change(IrcSession session, ModeString wanted) {
    session.change(person -> {
      var standing = person.standing();
      for (var change : wanted.changes()) {
        standing = with(session, standing, change);
      }
      return person.withStanding(standing);
    });
    var reply = HearingModes.change(session, wanted);
    return wanted.unknown().isEmpty()
        ? reply
        : reply.and(session.numeric("501", "Unknown MODE flag"));
  }

  private static Standing with(IrcSession session, Standing standing, Change change) {
    return switch (change.mode()) {
      case 'B' -> standing.withBot(change.add() || session.token() != null);
      case 'R' -> standing.withShield(standing.shield().withAccountsOnly(change.add()));
      case 'T' -> standing.withShield(standing.shield().withNoCtcp(change.add()));
      case 'i' -> standing.withInvisible(change.add());
      case 'o' -> change.add() ? standing : standing.withRole(Role.MEMBER);
      default -> standing;
    };
  }

  private enum Mode {
    BOT('B'),
    ACCOUNTS_ONLY('R'),
    NO_CTCP('T'),
    INVISIBLE('i'),
    OPER('o'),
    SECURE('s');

    private final char letter;

    Mode(char letter) {
      this.letter = letter;
    }

    boolean isSet(Standing standing) {
      return switch (this) {
        case BOT -> standing.bot();
        case ACCOUNTS_ONLY -> standing.shield().accountsOnly();
        case NO_CTCP -> standing.shield().noCtcp();
        case INVISIBLE -> standing.invisible();
        case OPER -> standing.oper();
        case SECURE -> standing.secure();
      };
    }
  }
}
